import { type VisitEvent, verifyCardFace } from '@honnin/identification';
import { type Reason, reason } from '@honnin/outcome';
import { pathFor } from '../children-policy.ts';
import type { VisitMemory } from '../visit-memory.ts';
import type { VisitTools } from '../visit-tools.ts';
import { cardFailed } from './card-failed.ts';
import { sessionOf } from './session-of.ts';
import type { Work } from './work.ts';

/**
 * Presents matching number B, reads the card-face record, and has record and card prove themselves, all in
 * the one exclusive session. The number comes from what was typed, or once from the source; it is wiped.
 */
export const openCardFace: Work = async ({ tools, memory, signal }) => {
  const number = await matchingNumber(tools, memory);
  if (number === null) return { type: 'matching-number-wanted', byCamera: canBeShown(tools, memory) };
  const { card } = sessionOf(memory);
  try {
    // Whoever has gone on meanwhile does not spend a try.
    if (signal.aborted) return { type: 'matching-number-wanted', byCamera: false };
    const opened = await card.openCardFace(number);
    if (opened.status === 'failed') {
      const { code } = opened.reason;
      if (code === 'secret-malformed') {
        memory.entryMalformed = true;
        return { type: 'matching-number-wanted', byCamera: false };
      }
      return code === 'matching-number-last-try'
        ? { type: 'matching-number-locked', reason: opened.reason }
        : cardFailed(opened.reason);
    }
    if (opened.value.kind === 'wrong') {
      if (memory.printReading === 'read') memory.printReading = 'misread';
      return { type: 'matching-number-wrong' };
    }
    if (opened.value.kind === 'locked') {
      return { type: 'matching-number-locked', reason: { code: 'matching-number-locked' } };
    }
  } finally {
    number.fill(0);
  }
  return readRecord(tools, memory);
};

/** The camera is asked once a visit: what it could not read, or misread, it would not read any better. */
const canBeShown = (tools: VisitTools, memory: VisitMemory) =>
  tools.openCardPrintReader !== null && memory.printReading === 'not-tried';

async function matchingNumber(tools: VisitTools, memory: VisitMemory): Promise<Uint8Array | null> {
  const typed = memory.matchingNumber;
  memory.matchingNumber = null;
  if (typed !== null) return typed;
  if (tools.matchingNumberSource === null || memory.sourceAsked) return null;
  memory.sourceAsked = true;
  try {
    return await tools.matchingNumberSource();
  } catch (error) {
    tools.log.warn({ err: error }, 'the source of matching numbers failed; the person types');
    return null;
  }
}

/** What a chip answers whose record, or what belongs to it, cannot be read; the session goes on. */
const unreadable = new Set([
  'card-answered-error',
  'card-data-malformed',
  'card-file-missing',
  'secret-required',
]);

const recordFailed = (why: Reason): VisitEvent =>
  unreadable.has(why.code) ? { type: 'card-face-unreadable', reason: why } : cardFailed(why);

async function readRecord(tools: VisitTools, memory: VisitMemory): Promise<VisitEvent> {
  const { card } = sessionOf(memory);
  const record = await card.readCardFace();
  if (record.status === 'failed') return recordFailed(record.reason);
  const cardFace = record.value;
  let kept = false;
  try {
    const issuer = await card.readCardFaceIssuer();
    if (issuer.status === 'failed') return recordFailed(issuer.reason);
    const challenge = tools.random(32);
    const answer = await card.proveCardFaceKey(challenge);
    if (answer.status === 'failed') return recordFailed(answer.reason);
    const outcome = verifyCardFace({
      cardFace,
      issuerCertificate: issuer.value,
      anchors: tools.anchors.cardFace,
      challenge,
      keySignature: answer.value,
    });
    if (outcome.status !== 'verified') return { type: 'card-face-refused', reasons: outcome.reasons };
    memory.cardFace = { record: cardFace, verified: outcome.value };
    memory.remarks.push(...outcome.reasons);
    kept = true;
    const path = pathFor(outcome.value.birthDate, tools.clock(), tools.children);
    const needsStaff = path.kind === 'staff' ? reason('child-needs-staff') : null;
    if (path.kind === 'stricter') {
      const { threshold, falseMatchRate } = path;
      memory.stricterFace = { threshold, falseMatchRate };
    }
    return { type: 'card-face-verified', hasPhoto: outcome.value.photo !== null, needsStaff };
  } finally {
    if (!kept) cardFace[Symbol.dispose]();
  }
}
