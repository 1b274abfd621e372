import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeReferences } from './decode-references.ts';
import type { OqsElement } from './oqs-element.ts';

/** OQS messages nest six deep. */
const maximumDepth = 16;
const textKey = '#text';
const literalKey = '#cdata';
const attributesKey = ':@';

/**
 * Parses XML that uses no document type and no entities but the five of XML and numeric references. Fails
 * with `document-type-refused`, `entity-refused`, `nested-too-deep` or `not-well-formed`.
 */
export function parseOqsXml(text: string): Attempt<OqsElement> {
  // Refused before the parser sees it, also inside comments: no OQS message needs one.
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) return failed(reason('document-type-refused'));
  const valid = XMLValidator.validate(text);
  if (valid !== true) return failed(reason('not-well-formed', `line ${valid.err.line}: ${valid.err.code}`));
  let nodes: unknown;
  try {
    nodes = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      parseTagValue: false,
      trimValues: false,
      processEntities: false,
      cdataPropName: literalKey,
      captureMetaData: true,
      maxNestedTags: maximumDepth,
    }).parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return failed(reason(/nested/i.test(message) ? 'nested-too-deep' : 'not-well-formed'));
  }
  const elements = (nodes as ParsedNode[]).filter((node) => tagOf(node) !== undefined);
  const [root] = elements;
  if (root === undefined || elements.length > 1)
    return failed(reason('not-well-formed', 'one root expected'));
  return elementOf(root);
}

/** As fast-xml-parser gives it with `preserveOrder`: one key beside the attributes, whose value is the content. */
type ParsedNode = Record<string, ParsedNode[] | string | Record<string, string>>;

function tagOf(node: ParsedNode): string | undefined {
  return Object.keys(node).find((key) => key !== attributesKey && key !== textKey && key !== literalKey);
}

function elementOf(node: ParsedNode): Attempt<OqsElement> {
  const tag = tagOf(node) ?? '';
  const content = node[tag] as ParsedNode[];
  const children: OqsElement[] = [];
  let text = '';
  for (const part of content) {
    if (textKey in part) {
      const decoded = decodeReferences(String(part[textKey]));
      if (decoded.status === 'failed') return decoded;
      text += decoded.value;
    } else if (literalKey in part) {
      for (const literal of part[literalKey] as ParsedNode[]) text += String(literal[textKey] ?? '');
    } else {
      const child = elementOf(part);
      if (child.status === 'failed') return child;
      children.push(child.value);
    }
  }
  const offset = offsetOf(node);
  return done({
    tag,
    // White space between children is layout; inside a leaf it is content (padded insurer numbers).
    text: children.length > 0 ? text.trim() : text,
    children,
    attributes: Object.keys(node[attributesKey] ?? {}).map((name) => name.replace(/^@_/, '')),
    ...(offset === undefined ? {} : { offset }),
  });
}

const metaData = XMLParser.getMetaDataSymbol() as symbol;

function offsetOf(node: ParsedNode): number | undefined {
  const meta: unknown = Reflect.get(node, metaData);
  return typeof meta === 'object' &&
    meta !== null &&
    'startIndex' in meta &&
    typeof meta.startIndex === 'number'
    ? meta.startIndex
    : undefined;
}
