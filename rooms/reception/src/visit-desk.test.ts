import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EligibilityRequest } from '@honnin/insurance';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifiedAnswer } from '../test/eligibility-service.ts';
import { statementWith } from '../test/statement.ts';
import { visitsInMemory } from '../test/visits-in-memory.ts';
import { createArrivalFeed } from './arrival-feed.ts';
import { defaultTimes } from './reception-options.ts';
import { createVisitDesk } from './visit-desk.ts';

const terminal = { id: 'terminal-1', name: '入口', token: 'unused-here' };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'honnin-desk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A desk on a store in memory, before a service that accepts each nonce once. */
function openDesk() {
  const store = visitsInMemory();
  const asked: EligibilityRequest[] = [];
  const errors: string[] = [];
  const silent = () => undefined;
  const desk = createVisitDesk({
    store,
    feed: createArrivalFeed(),
    times: defaultTimes,
    settings: {
      eligibility: { url: 'http://127.0.0.1:1', token: 'unused-here' },
      institution: { code: '1319999991', name: '例示病院' },
      terminals: [terminal],
      staff: [],
      hospitalFolder: folder,
      encoding: 'utf-8',
      clock: () => new Date('2026-11-24T00:15:00.000Z'),
      random: randomBytes,
      log: { info: silent, warn: silent, error: (_fields, message) => errors.push(message) },
      fetch: async (_url, init) => {
        const request = JSON.parse(String(init?.body)) as EligibilityRequest;
        const used = asked.some(({ statement }) => statement === request.statement);
        asked.push(request);
        const { status: _verified, ...rest } = verifiedAnswer(request);
        const { checkId, requestId, processedAt } = rest;
        return Response.json(
          used
            ? {
                status: 'rejected',
                checkId,
                requestId,
                processedAt,
                reasons: [{ code: 'statement-replayed' }],
              }
            : verifiedAnswer(request),
        );
      },
    },
  });
  return { desk, store, asked, errors };
}

const submissionFor = ({ nonce }: { nonce: string }) => ({
  statement: statementWith({ nonce }),
  consents: [],
});

describe('a visit whose file waits for the folder', () => {
  it('is not undone by a second copy of its identification that was read just before the first one’s end (race)', async () => {
    const { desk, store, asked } = openDesk();
    const visit = await desk.open(terminal);
    const submission = submissionFor(visit);
    await rename(folder, `${folder}-away`);
    const release = store.delayNextReading();
    const second = desk.identify(terminal, visit.visitId, submission);
    const first = await desk.identify(terminal, visit.visitId, submission);
    expect(first).toMatchObject({ status: 'done', value: { status: 'accepted' } });
    release();
    expect(await second).toEqual(first);
    expect(asked).toHaveLength(1);

    await rename(`${folder}-away`, folder);
    await desk.sweep();
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('keeps its file when its terminal calls for help all the same', async () => {
    const { desk } = openDesk();
    const visit = await desk.open(terminal);
    await rename(folder, `${folder}-away`);
    await desk.identify(terminal, visit.visitId, submissionFor(visit));
    expect(await desk.wantHelp(terminal, visit.visitId, { code: 'staff-called' })).toMatchObject({
      status: 'failed',
      reason: { code: 'visit-ended' },
    });
    await rename(`${folder}-away`, folder);
    await desk.sweep();
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('is not held up by another one that cannot be finished', async () => {
    const { desk, store, errors } = openDesk();
    const [poisoned, sound] = [await desk.open(terminal), await desk.open(terminal)];
    await rename(folder, `${folder}-away`);
    for (const visit of [poisoned, sound]) await desk.identify(terminal, visit.visitId, submissionFor(visit));
    const kept = store.visits.get(poisoned.visitId);
    if (kept?.answer?.status !== 'verified') throw new Error('no answer');
    store.visits.set(poisoned.visitId, { ...kept, answer: { ...kept.answer, processedAt: 'no time' } });
    await rename(`${folder}-away`, folder);
    await desk.sweep();
    expect(errors).toContain('a visit could not be finished');
    expect(await readdir(folder)).toHaveLength(1);
    expect(store.visits.get(sound.visitId)?.state).toBe('done');
  });

  it('gets no second file from a sweep that saw it before it was written (race with the hospital’s taking it)', async () => {
    const { desk, store } = openDesk();
    const visit = await desk.open(terminal);
    await rename(folder, `${folder}-away`);
    await desk.identify(terminal, visit.visitId, submissionFor(visit));
    await rename(`${folder}-away`, folder);
    const [before] = await store.withoutFile();
    await desk.sweep();
    for (const file of await readdir(folder)) await unlink(join(folder, file));
    store.withoutFile = async () => (before === undefined ? [] : [before]);
    await desk.sweep();
    expect(await readdir(folder)).toEqual([]);
  });
});
