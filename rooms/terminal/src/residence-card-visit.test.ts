import {
  createVirtualResidenceCard,
  issueTestResidenceCard,
  type ResidenceCardHolder,
  sampleResidenceCardHolder,
} from '@honnin/card-simulator';
import { verifyDocumentStatement } from '@honnin/identification';
import { createTestResidenceCardIssuer, type TestResidenceCardIssuer } from '@honnin/pki';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { issueCard, layOutTerminal, makeAuthority } from '../test/lay-out-terminal.ts';
import { playFaces } from '../test/played-faces.ts';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let issuer: TestResidenceCardIssuer;
beforeAll(async () => {
  authority = await makeAuthority();
  issuer = await createTestResidenceCardIssuer({ now: new Date() });
});

const number = 'AB12345678CD';
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

const holderOf = (generation: 'first' | 'second'): ResidenceCardHolder =>
  sampleResidenceCardHolder(generation, { id: 'turner', photo: Uint8Array.of(1, 2, 3) });

const recordOf = (generation: 'first' | 'second', change: Partial<ResidenceCardHolder> = {}) =>
  issueTestResidenceCard({ issuer, holder: { ...holderOf(generation), ...change } });

/** A terminal that trusts the issuer; the played face is the holder's. */
async function layOut() {
  const faces = playFaces();
  faces.find({ status: 'verified', similarity: 0.9, reasons: [] });
  const desk = await layOutTerminal({
    authority,
    faces: faces.faces,
    change: {
      anchors: {
        cardFace: [authority.anchors.cardFace],
        authentication: [authority.anchors.authentication],
        residenceCard: issuer.anchors,
      },
    },
  });
  desk.reception.result = { status: 'refused', reasons: [{ code: 'document-not-insurance-card' }] };
  const screen = await desk.screen();
  await screen.until('welcome');
  return { desk, screen, faces };
}

describe.each(['first', 'second'] as const)('a residence card of the %s generation', (generation) => {
  test('by its number and the face: the holder is identified, and the desk is told by the statement', async () => {
    const { desk, screen } = await layOut();
    await using _ = desk;
    desk.insert(createVirtualResidenceCard(recordOf(generation)));
    expect(await screen.until('residence-number')).toMatchObject({ wrong: false });
    screen.send({ type: 'residence-number', number });
    expect(await screen.until('face')).toMatchObject({ triesLeft: 5 });
    screen.send({ type: 'camera', state: 'ready' });
    await screen.frame(jpeg);
    expect(await screen.until('insurance-at-desk')).toMatchObject({
      message: { code: 'document-not-insurance-card', number: 'I401' },
      cardPresent: true,
    });
    const [submission] = desk.reception.submissions;
    expect(submission?.consents).toEqual([]);
    const outcome = await verifyDocumentStatement(submission?.statement ?? '', {
      terminalAnchors: [authority.anchors.terminal],
      authenticationAnchors: [],
      residenceCardAnchors: issuer.anchors,
      audience: 'urn:honnin:service:eligibility',
      at: new Date(),
      maxAgeMs: 60_000,
      graceAfterExpiryMs: 0,
      acceptedRelaxations: [],
    });
    expect(outcome).toMatchObject({
      status: 'verified',
      value: { document: 'residence-card', method: 'face', number, generation },
    });
    expect(outcome.reasons.map(({ code }) => code)).toContain('issuer-signature-only');
    // The end is none that reception would take for somebody who left.
    desk.remove();
    await vi.waitFor(() =>
      expect(screen.current()).toMatchObject({ name: 'insurance-at-desk', cardPresent: false }),
    );
    desk.insert(await issueCard(authority));
    await screen.until('choose-method');
    expect(desk.reception.ends).toEqual([]);
    expect(desk.log.join('\n')).not.toContain(number);
  });

  test('a wrong number is said kindly and locks nothing: the right one opens it after many', async () => {
    const { desk, screen } = await layOut();
    await using _ = desk;
    desk.insert(createVirtualResidenceCard(recordOf(generation)));
    await screen.until('residence-number');
    for (let tries = 0; tries < 12; tries += 1) {
      screen.send({ type: 'residence-number', number: 'AB12345678CE' });
      await screen.until('checking');
      expect(await screen.until('residence-number')).toMatchObject({ wrong: true });
    }
    screen.send({ type: 'residence-number', number });
    await screen.until('face');
  });

  test('an exchanged photo: the issuer’s signature does not hold, and nobody is compared', async () => {
    const { desk, screen, faces } = await layOut();
    await using _ = desk;
    const genuine = recordOf(generation);
    const other = recordOf(generation, { photo: Uint8Array.of(4, 5, 6) });
    // The other photo's files beside the signature of the genuine card.
    const files = other.files.map((file, at) => (file.folder === 'DF3' ? (genuine.files[at] ?? file) : file));
    desk.insert(createVirtualResidenceCard({ ...other, files }));
    await screen.until('residence-number');
    screen.send({ type: 'residence-number', number });
    expect(await screen.until('failure')).toMatchObject({
      failure: { code: 'residence-card-signature-invalid' },
      actions: [],
    });
    expect(faces.begun).toEqual([]);
    expect(desk.reception.submissions).toEqual([]);
  });

  test('a card of another issuer is not taken', async () => {
    const { desk, screen } = await layOut();
    await using _ = desk;
    const stranger = await createTestResidenceCardIssuer({ now: new Date() });
    const record = issueTestResidenceCard({ issuer: stranger, holder: holderOf(generation) });
    desk.insert(createVirtualResidenceCard(record));
    await screen.until('residence-number');
    screen.send({ type: 'residence-number', number });
    expect(await screen.until('failure')).toMatchObject({ actions: [] });
    expect(desk.reception.submissions).toEqual([]);
  });

  test('a borrowed card: another face is refused, its tries are counted, and staff is offered', async () => {
    const { desk, screen, faces } = await layOut();
    await using _ = desk;
    faces.find({});
    desk.insert(createVirtualResidenceCard(recordOf(generation)));
    await screen.until('residence-number');
    screen.send({ type: 'residence-number', number });
    await screen.until('face');
    screen.send({ type: 'camera', state: 'ready' });
    await screen.frame(jpeg);
    expect(await screen.until('failure')).toMatchObject({
      failure: { code: 'face-does-not-match' },
      actions: ['retry', 'staff', 'end'],
    });
    expect(desk.reception.submissions).toEqual([]);
    for (let tries = 0; tries < 9; tries += 1) {
      if (screen.current()?.name === 'failure') screen.send({ type: 'retry' });
      await screen.until('face');
      await screen.frame(jpeg);
      await screen.until('failure');
    }
    expect(await screen.until('failure')).toMatchObject({ failure: { code: 'face-tries-wait' } });
    // Another visit with the same card waits as well.
    desk.remove();
    await vi.waitFor(() => expect(desk.reception.ends).toHaveLength(1));
    desk.insert(createVirtualResidenceCard(recordOf(generation)));
    await screen.until('residence-number');
    screen.send({ type: 'residence-number', number });
    expect(await screen.until('failure')).toMatchObject({
      failure: { code: 'face-tries-wait' },
      actions: ['staff', 'end'],
    });
  });

  test('staff looks instead of the camera, and the number is still asked for', async () => {
    const { desk, screen } = await layOut();
    await using _ = desk;
    desk.insert(createVirtualResidenceCard(recordOf(generation)));
    await screen.until('residence-number');
    screen.send({ type: 'choose', method: 'staff' });
    await screen.until('waiting-for-staff');
    desk.reception.decide({ decision: 'confirmed', staffId: 'staff-1', at: new Date().toISOString() });
    await screen.until('residence-number');
    screen.send({ type: 'residence-number', number });
    await screen.until('insurance-at-desk');
    expect(desk.reception.submissions).toHaveLength(1);
  });

  test('one can leave at the number, and a card that is pulled ends the visit', async () => {
    const { desk, screen } = await layOut();
    await using _ = desk;
    const card = createVirtualResidenceCard(recordOf(generation));
    desk.insert(card);
    await screen.until('residence-number');
    screen.send({ type: 'cancel' });
    expect(await screen.until('failure')).toMatchObject({ failure: { code: 'visit-cancelled' } });
    desk.remove();
    await screen.until('failure');
    desk.insert(card);
    await screen.until('residence-number');
    desk.remove();
    await vi.waitFor(() =>
      expect(screen.current()).toMatchObject({ name: 'failure', failure: { code: 'card-removed' } }),
    );
  });

  test('where the terminal trusts no issuer of them, its holder is sent to the desk, and the next visit is free', async () => {
    await using desk = await layOutTerminal({ authority });
    using screen = await desk.screen();
    await screen.until('welcome');
    desk.insert(createVirtualResidenceCard(recordOf(generation)));
    expect(await screen.until('failure')).toMatchObject({
      failure: { code: 'residence-card-to-desk', number: 'I410' },
      actions: [],
    });
    await vi.waitFor(() =>
      expect(desk.reception.ends).toMatchObject([{ reasons: [{ code: 'residence-card-to-desk' }] }]),
    );
    desk.remove();
    desk.insert(await issueCard(authority));
    await screen.until('choose-method');
  });
});

test('a card without photo and signature (holders under 16) goes to the desk', async () => {
  const { desk, screen } = await layOut();
  await using _ = desk;
  desk.insert(createVirtualResidenceCard(recordOf('second', { photo: null })));
  await screen.until('residence-number');
  screen.send({ type: 'residence-number', number });
  expect(await screen.until('failure')).toMatchObject({
    failure: { code: 'residence-card-unsigned' },
    actions: [],
  });
});
