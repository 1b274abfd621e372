import { checkLayout } from './check-layout.ts';
import { checkRules } from './check-rules.ts';
import { isFailureCode } from './failures.ts';
import { finding } from './finding.ts';
import { messageKinds } from './message-layouts.ts';
import type { OqsFinding, OqsReport } from './oqs-report.ts';
import { readOqsFile } from './read-oqs-file.ts';

/**
 * Says what is wrong with a file and where: encoding, XML, unknown, missing and repeated tags, code values,
 * lengths, formats, and values that contradict each other. The kind is told by the file's name (its last
 * part; a path is not looked at).
 */
export function checkOqsFile(bytes: Uint8Array, fileName: string): OqsReport {
  const kind = messageKinds.find(({ prefix }) => fileName.startsWith(prefix));
  const about = kind === undefined ? null : { prefix: kind.prefix, ja: kind.ja, en: kind.en };
  const message = readOqsFile(bytes);
  if (message.status === 'failed') {
    const { code, detail } = message.reason;
    if (!isFailureCode(code)) throw new Error(`no page for ${code}`);
    return {
      fileName,
      status: 'rejected',
      kind: about,
      encoding: null,
      findings: [finding(code, { path: '/', detail })],
    };
  }
  const { encoding, text } = message.value;
  if (kind === undefined) {
    return {
      fileName,
      status: 'undetermined',
      kind: null,
      encoding,
      findings: [finding('kind-unknown', { path: '/', severity: 'warning' })],
    };
  }
  const found = [...checkLayout(message.value, kind.layout), ...checkRules(message.value, fileName)];
  const findings = found.map(
    ({ offset, ...rest }): OqsFinding =>
      offset === undefined ? rest : { ...rest, line: lineAt(text, offset) },
  );
  const broken = findings.some(({ severity }) => severity === 'error');
  return { fileName, status: broken ? 'rejected' : 'verified', kind: about, encoding, findings };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (
    let index = text.indexOf('\n');
    index !== -1 && index < offset;
    index = text.indexOf('\n', index + 1)
  ) {
    line += 1;
  }
  return line;
}
