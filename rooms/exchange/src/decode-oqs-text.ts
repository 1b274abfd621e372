import { type Attempt, done, failed, reason } from '@honnin/outcome';
import iconv from 'iconv-lite';
import type { OqsEncoding } from './oqs-encoding.ts';

const declaration = /^<\?xml\s+version=["']1\.0["']\s+encoding=["']([A-Za-z0-9._-]{1,20})["'][^<>]{0,60}\?>/;

/**
 * Decodes by the XML declaration, which must be there; nothing is guessed. Bytes that the declared encoding
 * does not know make it fail with `encoding-mismatch`.
 */
export function decodeOqsText(bytes: Uint8Array): Attempt<{ text: string; encoding: OqsEncoding }> {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const start = new TextDecoder('latin1').decode(bytes.subarray(marked ? 3 : 0, 200));
  const name = declaration.exec(start)?.[1]?.toLowerCase();
  if (name === undefined) return failed(reason('encoding-not-declared'));
  if (name === 'utf-8' || name === 'utf8') return decodeUtf8(bytes);
  if (!['shift_jis', 'windows-31j', 'cp932', 'ms932'].includes(name)) {
    return failed(reason('encoding-not-supported', name));
  }
  // A byte order mark belongs to UTF-8 only.
  if (marked) return failed(reason('encoding-mismatch', `UTF-8 mark, but ${name} declared`));
  const text = iconv.decode(bytes, 'cp932');
  return text.includes('\uFFFD')
    ? failed(reason('encoding-mismatch', 'bytes that Shift_JIS does not know'))
    : done({ text, encoding: 'shift_jis' });
}

function decodeUtf8(bytes: Uint8Array): Attempt<{ text: string; encoding: OqsEncoding }> {
  try {
    return done({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' });
  } catch {
    return failed(reason('encoding-mismatch', 'bytes that are not UTF-8'));
  }
}
