import type { ConsentGrant, Coverage } from '@honnin/insurance';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { answer, anyAnswer } from '../test/answers.ts';
import { checkOqsFile } from './check-oqs-file.ts';
import { readFaceResult } from './read-face-result.ts';
import { type FaceResultOptions, writeFaceResult } from './write-face-result.ts';

const options: FaceResultOptions = {
  institutionCode: '1319999991',
  encoding: 'utf-8',
  fileIdentifier: 'dGVzdC1maWxlLTE=',
  counter: 42n,
};

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const coverage: Coverage = {
  cardClassification: '01',
  insurerNumber: '139998',
  insurerName: '例示区',
  symbol: '例-9',
  number: '4455',
  branch: '01',
  personalFamily: '1',
  qualifiedOn: '2014-04-01',
  elderlyRecipient: { issuedOn: '2026-08-01', validFrom: '2026-08-01', validTo: '2027-07-31', ratio: '020' },
  limit: {
    classification: '02',
    flag: 'B05',
    issuedOn: '2026-08-01',
    validFrom: '2026-08-01',
    validTo: '2027-07-31',
  },
  specificDiseases: [
    {
      category: '1',
      issuedOn: '2025-04-01',
      validFrom: '2025-04-01',
      validTo: '2027-03-31',
      selfPay: 10_000,
    },
  ],
};
const at = '2026-11-24T00:15:23.000Z';
const until = '2026-11-25T00:15:23.000Z';
const everything: ConsentGrant[] = [
  { group: 'TSR', given: true, at },
  { group: 'TKK', given: true, at, availableUntil: until },
  { group: 'YZK', given: true, at, availableUntil: until },
  { group: 'SRJ', given: true, at, availableUntil: until },
  { group: 'SHJ', given: false, at },
];

describe('writeFaceResult', () => {
  it('names the file by institution, kind, counter and time in Japan', () => {
    expect(writeFaceResult(answer(), options).fileName).toBe(
      'OQSsiquc01res_face_1319999991100000000000000042_20261124091530.xml',
    );
  });

  it('writes times of Japan, days in digits, padded insurer numbers, half-width kana and full-width names', () => {
    const xml = text(writeFaceResult(answer(), options).bytes);
    expect(xml).toContain('<?xml version="1.0" encoding="UTF-8" standalone="no"?>');
    expect(xml).toContain('<ProcessExecutionTime>20261124091530</ProcessExecutionTime>');
    expect(xml).toContain('<QualificationConfirmationDate>20261124</QualificationConfirmationDate>');
    expect(xml).toContain('<InsurerNumber>  139998</InsurerNumber>');
    expect(xml).toContain('<NameKana>ｼｹﾝ ﾊﾅ</NameKana>');
    expect(xml).toContain('<Name>試験　花</Name>');
    expect(xml).not.toContain('<InsuredCardSymbol');
  });

  it('makes ASCII in a name full-width', () => {
    const person = { name: 'SMITH JOHN', kana: 'スミス　ジョン', sex: '1' as const, birthDate: '1980-01-01' };
    expect(text(writeFaceResult(answer({ person }), options).bytes)).toContain(
      '<Name>ＳＭＩＴＨ　ＪＯＨＮ</Name>',
    );
  });

  it('derives the consent tags of every group, with the time until which the information can be fetched', () => {
    const xml = text(writeFaceResult(answer({ coverages: [coverage], consents: everything }), options).bytes);
    for (const stem of ['SpecificHealthCheckupsInfo', 'PharmacistsInfo', 'DiagnosisInfo']) {
      expect(xml).toContain(`<${stem}ConsFlg>1</${stem}ConsFlg>`);
      expect(xml).toContain(`<${stem}ConsTime>20261124091523</${stem}ConsTime>`);
      expect(xml).toContain(`<${stem}AvailableTime>20261125091523</${stem}AvailableTime>`);
    }
    expect(xml).toContain('<SpecificDiseasesCertificateRelatedConsFlg>1</');
    expect(xml).toContain('<SpecificDiseasesSelfPay>10000</SpecificDiseasesSelfPay>');
    expect(xml).toContain('<OperationInfoConsFlg>0</OperationInfoConsFlg>');
    expect(xml).not.toContain('<OperationInfoConsTime>');
    expect(xml).toContain('<LimitApplicationCertificateRelatedConsFlg>1</');
    expect(xml).not.toContain('AllergyInfo');
  });

  it('writes the consent tags of 2025 only when asked to', () => {
    const xml = text(
      writeFaceResult(answer({ consents: everything }), { ...options, consentTagsOf2025: 'write' }).bytes,
    );
    for (const stem of ['PrescriptionInfo', 'AllergyInfo', 'ContraindicationInfo', 'TestInfo']) {
      expect(xml).toContain(`<${stem}ConsFlg>1</${stem}ConsFlg>`);
    }
    expect(xml).toContain('<DiagnosisNameConsFlg>0</DiagnosisNameConsFlg>');
    expect(xml).toContain('<InfectiousInfoConsFlg>0</InfectiousInfoConsFlg>');
  });

  it('never writes a specific disease that the patient did not agree to show', () => {
    for (const consents of [[], [{ group: 'TSR', given: false, at } as const]]) {
      const xml = text(writeFaceResult(answer({ coverages: [coverage], consents }), options).bytes);
      expect(xml).not.toContain('SpecificDiseasesDiseaseCategory');
    }
  });

  it('has no ResultList when no coverage was found', () => {
    const xml = text(writeFaceResult(answer({ validity: '4' }), options).bytes);
    expect(xml).toContain('<QualificationValidity>4</QualificationValidity>');
    expect(xml).not.toContain('ResultList');
  });

  it('writes Shift_JIS whose declaration, bytes and identifier agree', () => {
    const { bytes, substitutions } = writeFaceResult(answer(), { ...options, encoding: 'shift_jis' });
    const xml = iconv.decode(bytes, 'cp932');
    expect(xml).toContain('encoding="Shift_JIS"');
    expect(xml).toContain('<CharacterCodeIdentifier>1</CharacterCodeIdentifier>');
    expect(xml).toContain('<Name>試験　花</Name>');
    expect(substitutions).toEqual([]);
  });

  it('replaces variant characters in Shift_JIS and says so beside the file, once for each place', () => {
    const person = {
      name: '葛\u{E0100}城　𠮷子',
      kana: 'カツラギ　ヨシコ',
      sex: '2' as const,
      birthDate: '1980-01-01',
    };
    const several = answer({ person, coverages: [coverage, coverage], validity: '5' });
    const { bytes, substitutions } = writeFaceResult(several, { ...options, encoding: 'shift_jis' });
    expect(iconv.decode(bytes, 'cp932')).toContain('<Name>葛城　●子</Name>');
    expect(substitutions).toEqual([
      { character: '葛\u{E0100}', replacedBy: '葛', where: 'Name' },
      { character: '𠮷', replacedBy: '●', where: 'Name' },
    ]);
  });

  it('keeps variant characters in UTF-8', () => {
    const person = {
      name: '葛\u{E0100}城　𠮷子',
      kana: 'ヨシコ',
      sex: '2' as const,
      birthDate: '1980-01-01',
    };
    const { bytes, substitutions } = writeFaceResult(answer({ person }), options);
    expect(text(bytes)).toContain('<Name>葛\u{E0100}城　𠮷子</Name>');
    expect(substitutions).toEqual([]);
  });

  it('cannot be made to write tags of its own by a name (XML injection)', () => {
    const name = '花</Name><Sex1>1</Sex1><Name>&amp;';
    const person = { name, kana: 'ハナ', sex: '2' as const, birthDate: '1980-01-01' };
    const file = writeFaceResult(answer({ person }), options);
    const read = readFaceResult(file.bytes);
    expect(read.status === 'done' && read.value.person?.sex).toBe('2');
    expect(checkOqsFile(file.bytes, file.fileName).findings).toEqual([]);
  });

  it('gives back by reading every field that was written, in both encodings (property)', () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom('utf-8', 'shift_jis'), (given, encoding) => {
        const file = writeFaceResult(given, { ...options, encoding, prescriptionIssue: '2' });
        expect(file.substitutions).toEqual([]);
        const read = readFaceResult(file.bytes);
        if (read.status === 'failed') throw new Error(JSON.stringify(read.reason));
        const agreed = given.consents.some(({ group, given: yes }) => group === 'TSR' && yes);
        expect(read.value).toEqual({
          encoding,
          processedAt: given.processedAt,
          onDate: given.onDate,
          institutionCode: options.institutionCode,
          fileIdentifier: options.fileIdentifier,
          prescriptionIssue: '2',
          validity: given.validity,
          person: given.person,
          coverages: given.coverages.map(({ specificDiseases, ...others }) =>
            agreed && specificDiseases !== undefined ? { ...others, specificDiseases } : others,
          ),
          consents: given.consents.map(({ at: agreedAt, ...others }) =>
            others.given ? { ...others, at: agreedAt } : others,
          ),
          ...(given.referenceNumber === undefined ? {} : { referenceNumber: given.referenceNumber }),
        });
      }),
      { numRuns: 150 },
    );
  });

  it('breaks no rule of its own checker but periods that the answer itself has wrong (property)', () => {
    fc.assert(
      fc.property(anyAnswer, (given) => {
        const file = writeFaceResult(given, options);
        const findings = checkOqsFile(file.bytes, file.fileName).findings.filter(
          ({ code }) => code !== 'values-contradict',
        );
        expect(findings).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
