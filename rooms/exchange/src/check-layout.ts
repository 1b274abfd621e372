import { finding } from './finding.ts';
import type { Content, Layout, LayoutField } from './layout.ts';
import { fromOqsDate, fromOqsMonth } from './oqs-date.ts';
import type { OqsElement } from './oqs-element.ts';
import { fromOqsTime } from './oqs-time.ts';
import type { OqsMessage } from './read-oqs-file.ts';

type Finding = ReturnType<typeof finding>;

/** What a message breaks of its layout: tags, how often they stand there, and what they hold. */
export function checkLayout(message: OqsMessage, layout: Layout): Finding[] {
  const body: LayoutField = {
    tag: 'MessageBody',
    required: layout.bodyOptional !== true,
    repeated: false,
    content: { type: 'group', fields: layout.body },
  };
  const header: LayoutField = {
    tag: 'MessageHeader',
    required: true,
    repeated: false,
    content: { type: 'group', fields: layout.header },
  };
  return [
    ...(message.root.attributes.length > 0
      ? [finding('attribute-refused', { path: '/XmlMsg', element: message.root })]
      : []),
    ...checkGroup(message.root, [header, body], '/XmlMsg'),
  ];
}

function checkGroup(parent: OqsElement, fields: readonly LayoutField[], path: string): Finding[] {
  const findings: Finding[] = [];
  const known = new Map(fields.map((field) => [field.tag, field]));
  const seen = new Map<string, number>();
  if (parent.text !== '') findings.push(finding('text-misplaced', { path, element: parent }));
  for (const child of parent.children) {
    const count = (seen.get(child.tag) ?? 0) + 1;
    seen.set(child.tag, count);
    const field = known.get(child.tag);
    const childPath = `${path}/${child.tag}${field?.repeated === true ? `[${count}]` : ''}`;
    if (field === undefined) {
      findings.push(finding('tag-unknown', { path: childPath, element: child }));
      continue;
    }
    if (count > 1 && !field.repeated)
      findings.push(finding('tag-repeated', { path: childPath, element: child }));
    if (child.attributes.length > 0)
      findings.push(finding('attribute-refused', { path: childPath, element: child }));
    findings.push(...checkContent(child, field, childPath));
  }
  for (const field of fields) {
    if (field.required && !seen.has(field.tag)) {
      findings.push(finding('tag-missing', { path: `${path}/${field.tag}`, element: parent }));
    }
  }
  return findings;
}

function checkContent(element: OqsElement, field: LayoutField, path: string): Finding[] {
  const { content } = field;
  if (content.type === 'group') return checkGroup(element, content.fields, path);
  if (element.children.length > 0)
    return [finding('tag-unknown', { path: `${path}/${element.children[0]?.tag}`, element })];
  // An empty tag means the same as none: some producers write them.
  if (element.text === '') return field.required ? [finding('tag-missing', { path, element })] : [];
  return checkText(element, content, path);
}

function checkText(
  element: OqsElement,
  content: Exclude<Content, { type: 'group' }>,
  path: string,
): Finding[] {
  const { text } = element;
  const at = { path, element };
  const findings: Finding[] = [];
  switch (content.type) {
    case 'date':
      if (fromOqsDate(text).status === 'failed')
        findings.push(finding('format-wrong', { ...at, detail: 'yyyyMMdd' }));
      break;
    case 'month':
      if (fromOqsMonth(text).status === 'failed')
        findings.push(finding('format-wrong', { ...at, detail: 'yyyyMM' }));
      break;
    case 'time':
      if (fromOqsTime(text).status === 'failed')
        findings.push(finding('format-wrong', { ...at, detail: 'yyyyMMddHHmmss' }));
      break;
    case 'code':
      if (!content.values.includes(text))
        findings.push(finding('code-unknown', { ...at, detail: `allowed: ${content.values.join(' ')}` }));
      break;
    case 'pattern':
      if (!content.pattern.test(text))
        findings.push(finding('format-wrong', { ...at, detail: content.expected }));
      break;
    case 'half-width-kana':
      if (!/^[ -~\uFF61-\uFF9F]+$/u.test(text))
        findings.push(finding('characters-wrong', { ...at, detail: 'half-width kana' }));
      break;
    case 'full-width':
      if (/[ -~\uFF61-\uFF9F]/u.test(text))
        findings.push(finding('characters-wrong', { ...at, detail: 'full-width', severity: 'warning' }));
      break;
    case 'text':
      break;
  }
  if ('maxLength' in content && content.maxLength !== undefined && [...text].length > content.maxLength) {
    findings.push(finding('length-wrong', { ...at, detail: `at most ${content.maxLength}` }));
  }
  if (/[●\p{Co}]/u.test(text)) {
    findings.push(finding('variant-character-lost', { ...at, severity: 'warning' }));
  }
  return findings;
}
