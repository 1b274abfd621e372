import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OqsFile, publishAtomically, writeFaceResult } from '@honnin/exchange';
import type { VerifiedEligibility } from '@honnin/insurance';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { receptionFailures } from './failures.ts';
import type { ReceptionSettings } from './reception-options.ts';
import type { Visit } from './visit.ts';

type Settings = Pick<ReceptionSettings, 'institution' | 'encoding' | 'hospitalFolder' | 'consentTagsOf2025'>;

/** More than a few taken names in a row mean that something else is wrong. */
const maximumNames = 5;

/**
 * Puts the result file of a visit into the hospital's folder. The counter was kept with the visit before, so
 * a second try (after a crash, or when the share is back) makes the same file under the same name: one that
 * is there already with the same bytes counts as handed over. A name that something else has taken is left
 * alone, and the next counter is used.
 */
export async function handOver(
  visit: Visit,
  answer: VerifiedEligibility,
  counter: bigint,
  settings: Settings,
  nextCounter: () => Promise<bigint>,
): Promise<Attempt<OqsFile & { counter: bigint }>> {
  let current = counter;
  for (let tries = 0; tries < maximumNames; tries += 1) {
    const file = fileOf(visit, answer, current, settings);
    const published = await publishAtomically(settings.hospitalFolder, file.fileName, file.bytes);
    if (published.status === 'done') return done({ ...file, counter: current });
    if (published.reason.code !== 'file-name-taken') return published;
    const there = await readFile(join(settings.hospitalFolder, file.fileName)).catch(() => undefined);
    if (there?.equals(file.bytes) === true) return done({ ...file, counter: current });
    current = await nextCounter();
  }
  return failed(reason('file-name-taken', `${maximumNames} names in a row`));
}

function fileOf(visit: Visit, answer: VerifiedEligibility, counter: bigint, settings: Settings): OqsFile {
  const note = noteOf(answer);
  return writeFaceResult(answer, {
    institutionCode: settings.institution.code,
    encoding: settings.encoding,
    fileIdentifier: Buffer.from(visit.visitId.replaceAll('-', '').slice(0, 24), 'hex').toString('base64'),
    counter,
    ...(visit.prescriptionIssue === null ? {} : { prescriptionIssue: visit.prescriptionIssue }),
    ...(note === undefined ? {} : { note }),
    ...(settings.consentTagsOf2025 === undefined ? {} : { consentTagsOf2025: settings.consentTagsOf2025 }),
  });
}

/** ProcessingResultCode and -Message accompany a success too: here, the state of the certificate. */
function noteOf(answer: VerifiedEligibility): { code: string; message: string } | undefined {
  const soon = answer.notes.some(({ code }) => code === 'certificate-expires-soon');
  if (answer.certificate.status !== 'in-grace' && !soon) return undefined;
  const page =
    receptionFailures[
      answer.certificate.status === 'in-grace' ? 'certificate-in-grace' : 'certificate-expires-soon'
    ];
  return { code: page.number, message: page.staff.ja };
}
