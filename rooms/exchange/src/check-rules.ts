import { faceFileNamePattern } from './face-file-name.ts';
import { finding } from './finding.ts';
import { childOf, type OqsElement, textOf } from './oqs-element.ts';
import { fromOqsTime } from './oqs-time.ts';
import type { OqsMessage } from './read-oqs-file.ts';

type Finding = ReturnType<typeof finding>;

/** Pairs of tags whose first day may not be after the second. */
const periods: readonly (readonly [string, string])[] = [
  ['QualificationDate', 'DisqualificationDate'],
  ['InsuredCardValidDate', 'InsuredCardExpirationDate'],
  ['ElderlyRecipientValidStartDate', 'ElderlyRecipientValidEndDate'],
  ['LimitApplicationCertificateValidStartDate', 'LimitApplicationCertificateValidEndDate'],
  ['SpecificDiseasesValidStartDate', 'SpecificDiseasesValidEndDate'],
  ['MedicalTicketValidDate', 'MedicalTicketExpirationDate'],
];

/** What the values of a result say against each other, and against the file's name. */
export function checkRules(message: OqsMessage, fileName: string): Finding[] {
  const findings: Finding[] = [];
  const { header, body } = message;
  const contradiction = (path: string, element: OqsElement | undefined, detail: string) =>
    findings.push(finding('values-contradict', { path, element, detail }));

  if (fileName.startsWith('OQSsiquc01res_face')) {
    const digits = faceFileNamePattern.exec(fileName)?.[1];
    if (digits === undefined || fromOqsTime(digits).status === 'failed') {
      findings.push(
        finding('file-name-wrong', {
          path: fileName,
          detail: 'OQSsiquc01res_face_<middle part>_<yyyyMMddHHmmss>.xml',
        }),
      );
    }
  }

  const segment = textOf(header, 'SegmentOfResult');
  const status = textOf(body, 'ProcessingResultStatus');
  const validity = textOf(body, 'QualificationValidity');
  const results = childOf(body, 'ResultList')?.children ?? [];
  if (segment === '9' && textOf(header, 'ErrorCode') === undefined) {
    contradiction('/XmlMsg/MessageHeader', header, 'SegmentOfResult 9 without ErrorCode');
  }
  if (segment === '1' && textOf(header, 'ErrorCode') !== undefined) {
    contradiction('/XmlMsg/MessageHeader/ErrorCode', header, 'ErrorCode though SegmentOfResult is 1');
  }
  if (status === '2' && results.length > 0) {
    contradiction('/XmlMsg/MessageBody/ResultList', body, 'ResultList though ProcessingResultStatus is 2');
  }
  if (validity === '4' && results.length > 0) {
    contradiction('/XmlMsg/MessageBody/ResultList', body, 'ResultList though QualificationValidity is 4');
  }
  if ((validity === '1' || validity === '6') && results.length === 0) {
    contradiction('/XmlMsg/MessageBody', body, `QualificationValidity ${validity} without ResultList`);
  }
  walk(message.root, '/XmlMsg', (element, path) => {
    for (const [from, to] of periods) {
      const [first, last] = [textOf(element, from), textOf(element, to)];
      if (first !== undefined && last !== undefined && first > last) {
        contradiction(`${path}/${to}`, childOf(element, to), `before ${from}`);
      }
    }
    checkConsents(element, path, contradiction);
  });
  return findings;
}

function checkConsents(
  parent: OqsElement,
  path: string,
  contradiction: (path: string, element: OqsElement, detail: string) => void,
): void {
  if (parent.tag !== 'ResultOfQualificationConfirmation') return;
  for (const element of parent.children) {
    const stem = /^(.+)ConsFlg$/.exec(element.tag)?.[1];
    if (stem === undefined) continue;
    const agreed = textOf(parent, `${stem}ConsTime`);
    const until = textOf(parent, `${stem}AvailableTime`);
    if (element.text === '1' && agreed === undefined) {
      contradiction(`${path}/${element.tag}`, element, `1 without ${stem}ConsTime`);
    }
    if (agreed !== undefined && until !== undefined && until <= agreed) {
      contradiction(`${path}/${stem}AvailableTime`, element, `not after ${stem}ConsTime`);
    }
  }
  const diseases = childOf(parent, 'SpecificDiseasesCertificateList');
  if (diseases !== undefined && textOf(parent, 'SpecificDiseasesCertificateRelatedConsFlg') !== '1') {
    contradiction(`${path}/${diseases.tag}`, diseases, 'without consent');
  }
}

function walk(element: OqsElement, path: string, visit: (element: OqsElement, path: string) => void): void {
  visit(element, path);
  const counts = new Map<string, number>();
  for (const child of element.children) {
    const count = (counts.get(child.tag) ?? 0) + 1;
    counts.set(child.tag, count);
    const several = element.children.filter(({ tag }) => tag === child.tag).length > 1;
    walk(child, `${path}/${child.tag}${several ? `[${count}]` : ''}`, visit);
  }
}
