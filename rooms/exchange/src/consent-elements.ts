import type { ConsentGrant, ConsentGroup } from '@honnin/insurance';
import { leaf, type OqsElement, textOf } from './oqs-element.ts';
import { fromOqsTime, toOqsTime } from './oqs-time.ts';

/** Tags that one group of consents sets; the first of them is the one that is read back. */
interface ConsentTags {
  readonly stems: readonly string[];
  /** Came with the sharing of electronic records in 2025; names known from one source only. */
  readonly stemsOf2025: readonly string[];
}

const tags: Readonly<Record<ConsentGroup, ConsentTags>> = {
  TSR: { stems: ['SpecificDiseasesCertificateRelated'], stemsOf2025: [] },
  TKK: { stems: ['SpecificHealthCheckupsInfo'], stemsOf2025: [] },
  YZK: { stems: ['PharmacistsInfo'], stemsOf2025: ['PrescriptionInfo'] },
  SRJ: { stems: ['DiagnosisInfo'], stemsOf2025: ['AllergyInfo', 'ContraindicationInfo', 'TestInfo'] },
  SHJ: { stems: ['OperationInfo'], stemsOf2025: ['DiagnosisName', 'InfectiousInfo'] },
};

const groups: readonly ConsentGroup[] = ['TSR', 'TKK', 'YZK', 'SRJ', 'SHJ'];

/**
 * The consent items of a result: one answer of a group sets the flag, time and available time of several
 * tags (OQSCD016, OQSCD036). A refusal is a flag 0 alone; a group that was not asked leaves no tag.
 */
export function consentElements(
  consents: readonly ConsentGrant[],
  tagsOf2025: 'omit' | 'write',
): OqsElement[] {
  const elements: OqsElement[] = [];
  for (const consent of consents) {
    const { stems, stemsOf2025 } = tags[consent.group];
    for (const stem of tagsOf2025 === 'write' ? [...stems, ...stemsOf2025] : stems) {
      elements.push(leaf(`${stem}ConsFlg`, consent.given ? '1' : '0'));
      if (!consent.given) continue;
      elements.push(leaf(`${stem}ConsTime`, toOqsTime(new Date(consent.at))));
      if (consent.availableUntil !== undefined && consent.group !== 'TSR') {
        elements.push(leaf(`${stem}AvailableTime`, toOqsTime(new Date(consent.availableUntil))));
      }
    }
  }
  return elements;
}

/** A consent as a file tells it; the moment of a refusal is not in the file. */
export interface ReadConsent {
  readonly group: ConsentGroup;
  readonly given: boolean;
  readonly at?: string;
  readonly availableUntil?: string;
}

/** The consents of a result, in the order TSR, TKK, YZK, SRJ, SHJ. Flags other than 1 are not given. */
export function readConsents(result: OqsElement): ReadConsent[] {
  const consents: ReadConsent[] = [];
  for (const group of groups) {
    const stem = tags[group].stems[0] ?? '';
    const flag = textOf(result, `${stem}ConsFlg`);
    if (flag === undefined) continue;
    const at = readTime(textOf(result, `${stem}ConsTime`));
    const availableUntil = readTime(textOf(result, `${stem}AvailableTime`));
    consents.push({
      group,
      given: flag === '1',
      ...(at === undefined ? {} : { at }),
      ...(availableUntil === undefined ? {} : { availableUntil }),
    });
  }
  return consents;
}

function readTime(digits: string | undefined): string | undefined {
  const time = fromOqsTime(digits ?? '');
  return time.status === 'done' ? time.value.toISOString() : undefined;
}
