import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { characterCode } from './character-code.ts';
import { decodeOqsText } from './decode-oqs-text.ts';
import { childOf, type OqsElement, textOf } from './oqs-element.ts';
import type { OqsEncoding } from './oqs-encoding.ts';
import { parseOqsXml } from './parse-oqs-xml.ts';

/** No OQS message comes near this; a file that is larger is not read. */
export const maximumOqsBytes = 4 * 1024 * 1024;

/** An OQS, YZK or TKK message as it stands in its file. */
export interface OqsMessage {
  readonly encoding: OqsEncoding;
  /** The decoded file, to which the offsets of the elements point. */
  readonly text: string;
  readonly root: OqsElement;
  readonly header: OqsElement;
  /** Some error answers have none. */
  readonly body: OqsElement | undefined;
}

/**
 * Reads a message without trusting it: at most 4 MiB, UTF-8 or Shift_JIS as declared and no byte that is
 * neither, no document type, no entities but the five of XML, root XmlMsg with a MessageHeader. Declaration,
 * bytes and CharacterCodeIdentifier must agree.
 *
 * Fails with a code of the room's failure table.
 */
export function readOqsFile(bytes: Uint8Array): Attempt<OqsMessage> {
  if (bytes.length > maximumOqsBytes) return failed(reason('file-too-large', `${bytes.length} bytes`));
  const decoded = decodeOqsText(bytes);
  if (decoded.status === 'failed') return decoded;
  const { text, encoding } = decoded.value;
  const parsed = parseOqsXml(text);
  if (parsed.status === 'failed') return parsed;
  const root = parsed.value;
  const header = childOf(root, 'MessageHeader');
  if (root.tag !== 'XmlMsg' || header === undefined) {
    return failed(reason('not-an-oqs-message', 'XmlMsg with a MessageHeader is expected'));
  }
  const identifier = textOf(header, 'CharacterCodeIdentifier');
  if (identifier !== undefined && identifier !== characterCode[encoding].identifier) {
    return failed(
      reason('encoding-mismatch', `declared ${encoding}, CharacterCodeIdentifier ${identifier.slice(0, 4)}`),
    );
  }
  return done({ encoding, text, root, header, body: childOf(root, 'MessageBody') });
}
