import { AID, CARD_FACE_FILE, JPKI_FILE, VERIFIER_EXTENSION } from '@honnin/card';
import type { CommandPlace } from '@honnin/card-simulator';

/** What the card is being asked for, in the words of the table in docs/card-faults.md. */
export type VisitStep =
  | 'recognise the card'
  | 'certificate'
  | 'PIN counter'
  | 'number counter'
  | 'matching number'
  | 'record and photo'
  | 'issuer’s certificate'
  | 'card’s own key'
  | 'PIN'
  | 'signature';

/** In the order in which a visit comes to them. */
export const visitSteps: readonly VisitStep[] = [
  'recognise the card',
  'certificate',
  'PIN counter',
  'number counter',
  'matching number',
  'record and photo',
  'issuer’s certificate',
  'card’s own key',
  'PIN',
  'signature',
];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
export const nameOf = { jpki: hex(AID.jpki), cardFace: hex(AID.cardFace) };
export const fileIdOf = (file: number) => file.toString(16).toUpperCase().padStart(4, '0');
const is = (file: string | null, id: number) => file === fileIdOf(id);

/**
 * The step of each command of a visit. A SELECT of an application belongs to what follows it; the counter is
 * asked for the choice of a way, and once more before a secret is presented, which belongs to the secret.
 */
export function stepsOf(commands: readonly CommandPlace[]): VisitStep[] {
  const steps: (VisitStep | null)[] = [];
  let countersSeen = 0;
  for (const { ins, application, file, dataBytes } of commands) {
    if (application === hex(VERIFIER_EXTENSION.aid)) steps.push('card’s own key');
    else if (application === nameOf.cardFace) {
      if (is(file, CARD_FACE_FILE.matchingNumberB)) {
        steps.push(countersSeen < 2 ? 'number counter' : 'matching number');
        if (ins === 0x20 && dataBytes === 0) countersSeen += 1;
      } else if (is(file, CARD_FACE_FILE.cardFace)) steps.push('record and photo');
      else if (is(file, CARD_FACE_FILE.issuerCertificate) && ins !== 0x2a) steps.push('issuer’s certificate');
      else steps.push(ins === 0x2a ? 'card’s own key' : null);
    } else if (is(file, JPKI_FILE.authenticationPin)) {
      steps.push(countersSeen < 2 ? 'PIN counter' : 'PIN');
      if (ins === 0x20 && dataBytes === 0) countersSeen += 1;
    } else if (is(file, JPKI_FILE.authenticationKey)) steps.push('signature');
    else if (is(file, JPKI_FILE.authenticationCertificate)) steps.push('certificate');
    else if (is(file, JPKI_FILE.tokenInfo)) steps.push('recognise the card');
    else steps.push(null);
  }
  // From behind: what a SELECT leads to stands after it.
  let next: VisitStep | null = null;
  return steps
    .reverse()
    .map((step) => {
      next = step ?? next;
      if (next === null) throw new Error('a visit does not end with a SELECT');
      return next;
    })
    .reverse();
}
