import { exchangeFailures } from '@honnin/exchange';
import { identificationFailures } from '@honnin/identification';
import type { Coverage } from '@honnin/insurance';
import type { Failure, FailureTable, Reason } from '@honnin/outcome';
import { pkiFailures } from '@honnin/pki';
import { type ReceptionFailureCode, receptionFailures } from './failures.ts';
import type { Attention } from './staff-api.ts';
import type { Visit } from './visit.ts';

/** Notes of the service that the validity or the certificate's status already says. */
const saidOtherwise: ReadonlySet<string> = new Set([
  'certificate-in-grace',
  'certificate-expires-soon',
  'person-not-registered',
  'no-coverage-in-force',
  'several-coverages',
  'no-medical-ticket',
]);

/**
 * What staff should know about a visit and what to do, most pressing first. Texts of reasons come from the
 * table that knows the code; a code that no table knows is shown under a general page, its code beside it.
 */
export function createAttention(tables: readonly FailureTable[]): (visit: Visit) => Attention[] {
  const all: readonly FailureTable[] = [
    receptionFailures,
    identificationFailures,
    pkiFailures,
    exchangeFailures,
    ...tables,
  ];
  const pageOf = (code: string): Failure | undefined =>
    all.find((table) => Object.hasOwn(table, code))?.[code];
  const about = (reason: Reason, otherwise: ReceptionFailureCode): Attention => {
    const page = pageOf(reason.code);
    return page === undefined
      ? { ...attention(otherwise, receptionFailures[otherwise]), code: reason.code }
      : attention(reason.code, page);
  };
  const own = (code: ReceptionFailureCode): Attention => attention(code, receptionFailures[code]);

  return (visit) => [
    ...(visit.state === 'help-wanted' ? [own('help-wanted')] : []),
    // The page of "help wanted" has been given; a reason such as a card without photo adds to it.
    ...(visit.state === 'help-wanted' &&
    visit.helpReason !== null &&
    pageOf(visit.helpReason.code) !== undefined
      ? [about(visit.helpReason, 'help-wanted')].filter(({ code }) => code !== 'help-wanted')
      : []),
    ...(visit.decision === 'declined' && visit.state !== 'done' ? [own('visit-declined-by-staff')] : []),
    ...refusals(visit, about),
    ...answerAttention(visit, own, about),
    ...(visit.fileProblem === null
      ? []
      : [own('file-not-handed-over'), about(visit.fileProblem, 'file-not-handed-over')]),
    ...(visit.substitutions.length === 0 ? [] : [own('variant-characters-substituted')]),
    ...visit.endReasons.map((reason) => about(reason, 'visit-left')),
  ];
}

function refusals(
  visit: Visit,
  about: (reason: Reason, otherwise: ReceptionFailureCode) => Attention,
): Attention[] {
  const { result } = visit;
  if (result === null || result.status === 'accepted') return [];
  const otherwise = result.status === 'refused' ? 'check-refused' : 'check-undecided';
  return result.reasons.map((reason) => about(reason, otherwise));
}

function answerAttention(
  visit: Visit,
  own: (code: ReceptionFailureCode) => Attention,
  about: (reason: Reason, otherwise: ReceptionFailureCode) => Attention,
): Attention[] {
  const { answer } = visit;
  if (answer === null || answer.status !== 'verified') return [];
  const [first] = answer.coverages;
  const list: Attention[] = [];
  if (answer.validity === '2') list.push(own(lossOf(first)));
  if (answer.validity === '3') list.push(own('newer-coverage-exists'));
  if (answer.validity === '4') list.push(own('no-coverage-found'));
  if (answer.validity === '5') list.push(own('several-coverages-found'));
  if (answer.validity === '6') list.push(own('no-medical-ticket'));
  if (answer.coverages.some(({ cardClassification }) => cardClassification === '05'))
    list.push(own('pays-in-full'));
  if (answer.certificate.status === 'in-grace') list.push(own('certificate-in-grace'));
  if (answer.notes.some(({ code }) => code === 'certificate-expires-soon'))
    list.push(own('certificate-expires-soon'));
  for (const note of answer.notes) {
    if (!saidOtherwise.has(note.code)) list.push(about(note, 'check-undecided'));
  }
  return list;
}

function lossOf(coverage: Coverage | undefined): ReceptionFailureCode {
  if (coverage?.reasonOfLoss === '03') return 'coverage-lost-insurance-changed';
  if (coverage?.reasonOfLoss === '02') return 'coverage-lost-public-assistance';
  if (coverage?.reasonOfLoss === '01') return 'coverage-lost-recorded-death';
  return 'coverage-lost';
}

function attention(code: string, page: Failure): Attention {
  return { code, number: page.number, ja: page.staff.ja, en: page.staff.en, action: page.remedy };
}
