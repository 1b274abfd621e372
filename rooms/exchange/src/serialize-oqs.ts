import iconv from 'iconv-lite';
import { create } from 'xmlbuilder2';
import { characterCode } from './character-code.ts';
import type { OqsElement } from './oqs-element.ts';
import type { OqsEncoding } from './oqs-encoding.ts';

/**
 * The bytes of an OQS file: XML 1.0 with declaration (`standalone="no"`), no namespace, no DTD. The texts
 * must already fit the encoding (see `substituteCharacters`); one that does not is a bug and throws.
 */
export function serializeOqs(root: OqsElement, encoding: OqsEncoding): Uint8Array {
  const document = create({ version: '1.0', encoding: characterCode[encoding].declared, standalone: false });
  append(document, root);
  const text = `${document.end({ prettyPrint: true, indent: '  ' })}\n`;
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = iconv.encode(text, 'cp932');
  if (iconv.decode(bytes, 'cp932') !== text) throw new Error('a text does not fit Shift_JIS');
  return new Uint8Array(bytes);
}

type Builder = ReturnType<typeof create>;

function append(parent: Builder, element: OqsElement): void {
  const node = parent.ele(element.tag);
  for (const child of element.children) append(node, child);
  if (element.text !== '') node.txt(element.text);
}
