import { verifyDocument } from '@honnin/identification';
import { type Reason, reason } from '@honnin/outcome';
import { pathFor } from '../children-policy.ts';
import { triedCard } from '../opened-face.ts';
import type { VisitMemory } from '../visit-memory.ts';
import type { VisitTools } from '../visit-tools.ts';
import { cardFailed } from './card-failed.ts';
import { residenceSessionOf } from './session-of.ts';
import type { Work } from './work.ts';

/**
 * Presents the number that was typed off the front of a residence card, reads photo and entries, and has them
 * prove themselves, all in the one exclusive session. The number is wiped.
 */
export const openResidenceCard: Work = async ({ tools, memory, signal }) => {
  const number = memory.residenceNumber;
  memory.residenceNumber = null;
  if (number === null) return { type: 'residence-number-wanted' };
  const { document } = residenceSessionOf(memory);
  try {
    if (signal.aborted) return { type: 'residence-number-wanted' };
    const opened = await document.open(number);
    if (opened.status === 'failed') return cardFailed(opened.reason);
    if (opened.value.kind !== 'accepted') return { type: 'residence-number-wrong' };
  } finally {
    number.fill(0);
  }
  const read = await document.read(new Uint8Array());
  if (read.status === 'failed') return cardFailed(read.reason);
  const reading = read.value;
  let kept = false;
  try {
    const outcome = await verifyDocument(reading, {
      anchors: { cardFace: [], residenceCard: tools.anchors.residenceCard ?? [] },
      at: tools.clock(),
    });
    if (outcome.status !== 'verified') return { type: 'card-face-refused', reasons: outcome.reasons };
    if (outcome.value.kind !== 'residence-card') throw new Error('another kind of document than was read');
    memory.residenceCard = { reading, verified: outcome.value.residenceCard };
    memory.remarks.push(...outcome.reasons);
    kept = true;
    const { photo, attributes } = outcome.value;
    const { triesLeft, waitMs } = tools.faceTries.standing(triedCard(memory) ?? '');
    return {
      type: 'residence-card-verified',
      hasPhoto: photo !== null,
      needsStaff: childNeedsStaff(tools, memory, attributes.birthDate),
      faceTriesLeft: triesLeft,
      faceWaits: waitMs > 0,
    };
  } finally {
    if (!kept) reading[Symbol.dispose]();
  }
};

/**
 * A first generation tells no birth date as text; but a holder under 16 has neither photo nor signature, and was
 * refused before.
 */
function childNeedsStaff(tools: VisitTools, memory: VisitMemory, birthDate: string | null): Reason | null {
  if (birthDate === null) return null;
  const path = pathFor(birthDate, tools.clock(), tools.children);
  if (path.kind === 'stricter') {
    const { threshold, falseMatchRate } = path;
    memory.stricterFace = { threshold, falseMatchRate };
  }
  return path.kind === 'staff' ? reason('child-needs-staff') : null;
}
