import type { Attempt } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { fail } from '../fail.ts';
import { computeSignature } from './compute-signature.ts';

/**
 * NOT part of the My Number card: an extension that only Honnin's simulated card offers, standing in for the
 * signing without a PIN that certified readers have and whose protocol is not public.
 *
 * SELECT `00 A4 04 0C 08 F0 48 4F 4E 4E 49 4E 01` (a proprietary AID, ISO/IEC 7816-4 §8.2.1.2 category F);
 * a card without the extension answers 6A82. Then `80 2A 02 00 20 <SHA-256> 00` answers with the 256-byte
 * RSASSA-PKCS1-v1_5 signature of the authentication key.
 */
export const VERIFIER_EXTENSION = {
  aid: Uint8Array.of(0xf0, 0x48, 0x4f, 0x4e, 0x4e, 0x49, 0x4e, 0x01),
  /** P1 and P2 of COMPUTE DIGITAL SIGNATURE: the input is a SHA-256 digest; the application's only key. */
  signP1: 0x02,
  signP2: 0x00,
} as const;

/** Signs a SHA-256 digest through the extension; `extension-not-offered` where the card has none. */
export async function signWithVerifierExtension(
  channel: CardChannel,
  sha256: Uint8Array,
): Promise<Attempt<Uint8Array>> {
  if (sha256.length !== 32) throw new RangeError('a SHA-256 digest is 32 bytes');
  const selected = await channel.selectApplication(VERIFIER_EXTENSION.aid, 'verifier extension');
  if (selected.status === 'failed') {
    const refusals = ['card-file-missing', 'card-answered-error', 'secret-required'];
    return refusals.includes(selected.reason.code)
      ? fail('extension-not-offered', selected.reason.detail)
      : selected;
  }
  const { signP1: p1, signP2: p2 } = VERIFIER_EXTENSION;
  return computeSignature(channel, { p1, p2, name: 'verifier extension' }, sha256);
}
