import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { bytesOf, faceMessage, faceName, soundMessages } from '../test/messages.ts';
import { checkOqsFile } from './check-oqs-file.ts';

const check = (text: string, name = faceName) => checkOqsFile(bytesOf(text), name);
const change = (from: string, to: string) => {
  const changed = faceMessage.replace(from, to);
  if (changed === faceMessage) throw new Error(`nothing to change: ${from}`);
  return check(changed).findings.map(({ code, path, line, severity }) => ({ code, path, line, severity }));
};
const result = '/XmlMsg/MessageBody/ResultList/ResultOfQualificationConfirmation[1]';

describe('checkOqsFile', () => {
  it.each(Object.keys(soundMessages))('finds nothing wrong with a sound %s', (name) => {
    const report = check(soundMessages[name] ?? '', name);
    expect(report.findings).toEqual([]);
    expect(report.status).toBe('verified');
  });

  it('names an unknown tag with its place and line', () => {
    expect(change('<Sex1>1</Sex1>', '<Sex1>1</Sex1><Sexe>1</Sexe>')).toEqual([
      { code: 'tag-unknown', path: `${result}/Sexe`, line: 6, severity: 'error' },
    ]);
  });

  it.each([
    ['a code that is not in its list', '<Sex1>1<', '<Sex1>4<', 'code-unknown', 'Sex1'],
    ['a day that does not exist', '>20010203<', '>20010230<', 'format-wrong', 'Birthdate'],
    ['a missing name', '<Name>例示　一</Name>', '', 'tag-missing', 'Name'],
    ['an empty required tag', '例示　一', '', 'tag-missing', 'Name'],
    ['full-width kana', 'ﾚｲｼﾞ ﾊｼﾞﾒ', 'レイジ', 'characters-wrong', 'NameKana'],
    [
      'a symbol of more than 20 characters',
      '>77<',
      `>${'7'.repeat(21)}<`,
      'length-wrong',
      'InsuredCardSymbol',
    ],
    ['an insurer number without its padding', '>06880018<', '>880018<', 'format-wrong', 'InsurerNumber'],
    [
      'a tag that stands there twice',
      '<Sex1>1</Sex1>',
      '<Sex1>1</Sex1><Sex1>1</Sex1>',
      'tag-repeated',
      'Sex1',
    ],
    ['an attribute', '<Sex1>', '<Sex1 a="1">', 'attribute-refused', 'Sex1'],
  ])('finds %s', (_what, from, to, code, tag) => {
    expect(change(from, to)).toMatchObject([{ code, path: `${result}/${tag}`, severity: 'error' }]);
  });

  it('accepts an insurer number padded with spaces or with zeros', () => {
    expect(change('>06880018<', '>  880018<')).toEqual([]);
    expect(change('>06880018<', '>00880018<')).toEqual([]);
  });

  it('finds values that contradict each other', () => {
    expect(change('<QualificationValidity>1<', '<QualificationValidity>4<')).toMatchObject([
      { code: 'values-contradict' },
    ]);
    expect(
      change(
        '<Sex1>',
        '<InsuredCardValidDate>20261001</InsuredCardValidDate><InsuredCardExpirationDate>20260930</InsuredCardExpirationDate><Sex1>',
      ),
    ).toMatchObject([
      { code: 'values-contradict', path: `${result.replace('[1]', '')}/InsuredCardExpirationDate` },
    ]);
    expect(change('<Sex1>', '<DiagnosisInfoConsFlg>1</DiagnosisInfoConsFlg><Sex1>')).toMatchObject([
      { code: 'values-contradict' },
    ]);
  });

  it('warns of a lost character without refusing the file', () => {
    const report = check(faceMessage.replace('例示　一', '例示　●'));
    expect(report.status).toBe('verified');
    expect(report.findings).toMatchObject([{ code: 'variant-character-lost', severity: 'warning' }]);
  });

  it('refuses a face result whose name has no middle part', () => {
    expect(check(faceMessage, 'OQSsiquc01res_face_20261020093015.xml').findings).toMatchObject([
      { code: 'file-name-wrong' },
    ]);
  });

  it('is undetermined about a kind of file whose layout is not known', () => {
    expect(check(faceMessage, 'OQSsihvq01req_1.xml').status).toBe('undetermined');
  });

  it.each([
    [
      'external entity (XXE)',
      '<XmlMsg>',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><XmlMsg>',
      'document-type-refused',
    ],
    [
      'entity bomb (billion laughs)',
      '<XmlMsg>',
      '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><XmlMsg>',
      'document-type-refused',
    ],
    ['undeclared entity', '例示　一', '&name;', 'entity-refused'],
    ['half a file', '</MessageBody>\n</XmlMsg>', '', 'not-well-formed'],
    ['no declaration', '<?xml version="1.0" encoding="UTF-8" standalone="no"?>', '', 'encoding-not-declared'],
    ['another encoding', 'UTF-8', 'EUC-JP', 'encoding-not-supported'],
    ['another root', /XmlMsg/g, 'Message', 'not-an-oqs-message'],
    ['an identifier that disagrees', 'Identifier>0<', 'Identifier>1<', 'encoding-mismatch'],
  ] as const)('refuses %s', (_what, from, to, code) => {
    const report = check(faceMessage.replace(from, to));
    expect(report.status).toBe('rejected');
    expect(report.findings).toMatchObject([{ code }]);
  });

  it('refuses Shift_JIS bytes under a UTF-8 declaration, and the other way round', () => {
    const disguised = new Uint8Array(iconv.encode(faceMessage, 'cp932'));
    expect(checkOqsFile(disguised, faceName).findings).toMatchObject([{ code: 'encoding-mismatch' }]);
    const other = bytesOf(
      faceMessage.replace('UTF-8', 'Shift_JIS').replace('Identifier>0<', 'Identifier>1<'),
    );
    expect(checkOqsFile(other, faceName).status).toBe('rejected');
  });

  it('reads Shift_JIS', () => {
    const text = faceMessage.replace('UTF-8', 'Shift_JIS').replace('Identifier>0<', 'Identifier>1<');
    const report = checkOqsFile(new Uint8Array(iconv.encode(text, 'cp932')), faceName);
    expect(report).toMatchObject({ status: 'verified', encoding: 'shift_jis', findings: [] });
  });

  it('does not read a file of more than 4 MiB (memory exhaustion)', () => {
    expect(checkOqsFile(new Uint8Array(4 * 1024 * 1024 + 1), faceName).findings).toMatchObject([
      { code: 'file-too-large' },
    ]);
  });

  it('refuses tags nested without end (stack exhaustion)', () => {
    const deep = `${'<A>'.repeat(50_000)}${'</A>'.repeat(50_000)}`;
    expect(check(faceMessage.replace('<Sex1>', `${deep}<Sex1>`)).findings).toMatchObject([
      { code: 'nested-too-deep' },
    ]);
  });

  it('gives a report for any bytes (property)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(checkOqsFile(bytes, faceName).status).toBe('rejected');
      }),
    );
    const whole = bytesOf(faceMessage);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), (place, value) => {
        const bent = Uint8Array.from(whole);
        bent[place] = value;
        expect(['verified', 'rejected']).toContain(checkOqsFile(bent, faceName).status);
      }),
      { numRuns: 300 },
    );
  });
});
