import { AID, CARD_FACE_FILE } from '@honnin/card';
import { fileId } from '../files/application-parts.ts';
import type { FaultPlan } from './fault-plan.ts';

const format = 'honnin-faults/1';
const cardFace = {
  application: Buffer.from(AID.cardFace).toString('hex').toUpperCase(),
  file: fileId(CARD_FACE_FILE.cardFace),
};
const slow = (bitsPerSecond: 106_000 | 212_000 | 424_000 | 848_000): FaultPlan => ({
  format,
  air: { bitsPerSecond },
  faults: [],
});

/** Plans for what goes wrong most often at a counter, by the name that `honnin card simulate --fault` takes. */
export const namedFaultPlans = {
  'slow-106': slow(106_000),
  'slow-212': slow(212_000),
  'slow-424': slow(424_000),
  'slow-848': slow(848_000),
  /** A card in a case: the slowest rate, and every fifth answer is lost. */
  'weak-field': {
    format,
    air: { bitsPerSecond: 106_000 },
    faults: [{ at: { every: 5 }, fault: { kind: 'response-dropped' }, times: 'always' }],
  },
  /** Two cards at once: the reader cannot tell their answers to reset apart. */
  'two-cards': { format, answerToReset: 'garbled', faults: [] },
  'dead-chip': { format, answerToReset: 'none', faults: [] },
  /** The middle of the card-face record cannot be read (ISO/IEC 7816-4 5.6: 6581, memory failure). */
  'damaged-chip': {
    format,
    faults: [
      {
        at: { ins: 'B0', ...cardFace },
        fault: { kind: 'status-word', statusWord: '6581', data: 'left-out' },
        times: 'always',
      },
    ],
  },
  'pulled-in-mid-file': {
    format,
    faults: [{ at: { ins: 'B0', ...cardFace }, fault: { kind: 'card-removed', moment: 'after' } }],
  },
} as const satisfies Readonly<Record<string, FaultPlan>>;
