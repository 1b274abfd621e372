import { cardFailures } from '@honnin/card';
import { identificationFailures } from '@honnin/identification';
import type { Failure, FailureTable } from '@honnin/outcome';
import { pkiFailures } from '@honnin/pki';
import { terminalFailures } from '../src/failures.ts';
import type { CollectedCardFaults, WholeCard } from './collect-card-faults.ts';
import { commandFaultKinds } from './command-faults.ts';
import type { VisitEnd } from './fault-desk.ts';
import { type VisitStep, visitSteps } from './visit-steps.ts';

const tables: readonly FailureTable[] = [cardFailures, identificationFailures, pkiFailures, terminalFailures];

function failureOf(code: string): Failure {
  for (const table of tables) {
    const failure = Object.hasOwn(table, code) ? table[code] : undefined;
    if (failure !== undefined) return failure;
  }
  throw new Error(`no table has ${code}`);
}

/** What stands in a cell for how a visit ended. */
function cellOf({ kind, code }: VisitEnd): string {
  if (code !== null) return failureOf(code).number;
  return { verified: '✓', 'asked-again': 'again', 'last-try': 'last try' }[kind as string] ?? kind;
}

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
}

/** Outcomes of several visits in one cell: each once, in a fixed order. */
function together(ends: readonly VisitEnd[]): string {
  const cells = [...new Set(ends.map(cellOf))];
  return cells.sort((a, b) => (a === '✓' ? -1 : b === '✓' ? 1 : a < b ? -1 : 1)).join(' ');
}

function walkTable(collected: CollectedCardFaults, path: 'face' | 'pin'): string {
  const visits = collected.walked.filter((visit) => visit.path === path);
  const steps = visitSteps.filter((step) => visits.some((visit) => visit.step === step));
  const at = (id: string, step: VisitStep) =>
    together(visits.filter(({ kind, step: here }) => kind.id === id && here === step).map(({ end }) => end));
  return table(
    ['What goes wrong', ...steps],
    commandFaultKinds.map(({ id, words }) => [words, ...steps.map((step) => at(id, step))]),
  );
}

function wholeTable(what: string, cards: readonly WholeCard[]): string {
  return table(
    [what, 'by face', 'by PIN'],
    cards.map(({ words, ends }) => [words, cellOf(ends.face), cellOf(ends.pin)]),
  );
}

/** Forgeries are made of one holder's card: whoever else is identified by it is somebody else. */
function forgeryTable({ forged, right }: CollectedCardFaults): string {
  const cell = (end: VisitEnd) =>
    end.kind === 'verified' && end.certificate !== right.certificate ? '⚠' : cellOf(end);
  return table(
    ['Forgery', 'by face', 'by PIN'],
    forged.map(({ words, ends }) => [words, cell(ends.face), cell(ends.pin)]),
  );
}

function legend(collected: CollectedCardFaults): string {
  const { walked, damaged, forged, situations } = collected;
  const ends = [
    ...walked.map(({ end }) => end),
    ...[...damaged, ...forged, ...situations].flatMap((card) => [card.ends.face, card.ends.pin]),
  ];
  const codes = [...new Set(ends.flatMap(({ code }) => (code === null ? [] : [code])))];
  const failures = codes.map((code) => [code, failureOf(code)] as const);
  failures.sort(([, a], [, b]) => (a.number < b.number ? -1 : 1));
  return table(
    ['', 'Code', 'What the patient reads', 'What reception reads'],
    failures.map(([code, { number, patient, staff }]) => [
      number,
      `\`${code}\``,
      `${patient.ja}<br>${patient.en}`,
      `${staff.ja}<br>${staff.en}`,
    ]),
  );
}

/** docs/card-faults.md, out of the visits that were played. */
export function cardFaultsPage(collected: CollectedCardFaults): string {
  return `<!-- Written by rooms/terminal/test/write-card-faults.ts from visits that it plays; do not edit. -->

# When something is wrong with the card

What happens at the terminal when a card, or the way to it, is faulty, forged, of another kind, or in a situation of its own. Every cell is the outcome of visits that were played on a terminal with a simulated card: each command of a visit with each fault, one fault a visit, and after each of them another person's card, which was read every time.

How to read a cell:

* **✓** the person was identified, and as the right one: the fault was mended by reading in another way, or nothing that counts was touched.
* **a number** is that of the failure-code book: nobody was identified, and the person reads what to do. All sentences are at the foot of this page.
* **again** the card said that the secret was wrong, and the person is asked once more; **last try**: they are asked first whether to spend it.

Three things hold in every visit on this page, and a test says so: nobody was identified as somebody else, but for the one ⚠ that the eligibility service has to see; a wrong PIN or matching number costs one try at most, a right one none; and the reader takes the next card.

## By face, at every step

${walkTable(collected, 'face')}

## By PIN, at every step

${walkTable(collected, 'pin')}

## A bit that reads wrong

The chip holds one bit the other way round, in:

${wholeTable('Where', collected.damaged)}

By PIN the card-face record is not read, and its damage does not matter. The expiry date on the card's face and the table of contents are not signed: nothing is decided by them.

## Forged cards

${forgeryTable(collected)}

By PIN a forged record does no harm: it is not read, and the signature is the certificate's. A clone that refuses to sign cannot be told from a chip that fails.

**What the terminal does not see by face.** With the card's own key (\`card-session\`) nothing on a My Number card ties its certificate to its card-face record. A card that shows the certificate of one person and the record, photo and key of another is taken for the first person's at the terminal: ⚠ in the table. It takes a programmable card, or a go-between before one's own, and the certificate off somebody else's card. The statement therefore names the record's birth date, and the eligibility service refuses one that is not the certificate holder's (E208, \`card-face-of-another\`); two people who were born on the same day it cannot tell apart so. Signing with the certificate's key (the PIN, or the certified readers' way, which is not public) always sees it: ${failureOf('card-proof-invalid').number}.

## Cards of every situation

${wholeTable('Card', collected.situations)}

A card that was revoked, or suspended because its holder reported it lost, is read like any other: its certificate's status is asked by the eligibility service, and the person is sent to the desk then.

Over a real reader a card whose answer never arrives ends the wait after a time limit (${failureOf('card-not-answering').number} in place of ${failureOf('card-contact-lost').number}). A reader with two cards on it reports either no card or one that does not answer, as its maker chose.

## The sentences

${legend(collected)}
`;
}
