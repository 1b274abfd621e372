import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';
import type { TokenDetails, TokenInfo, TokenKind } from './token-info.ts';

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['JPKIAPICCTOKEN2', 'my-number-card'],
  ['JPKIAPICCTOKEN', 'basic-resident-card'],
  ['JPKIAPGPSETOKEN', 'android'],
  ['JPKIAPIOSTOKEN', 'iphone'],
]);

/** Reads a CK_TOKEN_INFO with numbers in big-endian order. Fails with `card-data-malformed`. */
export function parseTokenInfo(bytes: Uint8Array): Attempt<TokenInfo> {
  if (bytes.length < 96) return fail('card-data-malformed', `token info of ${bytes.length} bytes`);
  const text = (from: number, to: number) =>
    new TextDecoder('latin1').decode(bytes.subarray(from, to)).replace(/[\s\0\u00ff]+$/, '');
  const label = text(0, 32);
  return done({
    kind: KINDS.get(label) ?? 'unknown',
    label,
    manufacturer: text(32, 64),
    model: text(64, 80),
    serialNumber: text(80, 96),
    details: bytes.length < 144 ? null : readDetails(Buffer.from(bytes.subarray(96, 144))),
  });
}

/** Eleven numbers of 32 bits (flags, four of sessions, two of PIN lengths, four of memory), then two versions. */
function readDetails(bytes: Buffer): TokenDetails {
  return {
    flags: bytes.readUInt32BE(0),
    longestPin: bytes.readUInt32BE(20),
    shortestPin: bytes.readUInt32BE(24),
    hardwareVersion: `${bytes[44]}.${bytes[45]}`,
    firmwareVersion: `${bytes[46]}.${bytes[47]}`,
  };
}
