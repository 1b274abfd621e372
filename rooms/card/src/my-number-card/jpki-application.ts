import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { fail } from '../fail.ts';
import type { CertificateAvailability } from './certificate-availability.ts';
import { computeSignature } from './compute-signature.ts';
import { sha256DigestInfo } from './digest-info.ts';
import { AID, JPKI_FILE } from './my-number-files.ts';
import type { SecretPlace } from './present-secret.ts';
import type { TokenInfo, TokenKind } from './token-info.ts';

const NAME = 'JPKI';

export const authenticationPin: SecretPlace = {
  aid: AID.jpki,
  application: NAME,
  file: JPKI_FILE.authenticationPin,
  kind: 'pin',
};

export const signaturePassword: SecretPlace = { ...authenticationPin, file: JPKI_FILE.signaturePassword };

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['JPKIAPICCTOKEN2', 'my-number-card'],
  ['JPKIAPICCTOKEN', 'basic-resident-card'],
  ['JPKIAPGPSETOKEN', 'android'],
  ['JPKIAPIOSTOKEN', 'iphone'],
]);

export function selectJpki(channel: CardChannel): Promise<Attempt<null>> {
  return channel.selectApplication(AID.jpki, NAME);
}

/** Reads a certificate as DER; a file that is missing or holds filler only is `certificate-absent`. */
export async function readJpkiCertificate(channel: CardChannel, file: number): Promise<Attempt<Uint8Array>> {
  const selected = await selectJpki(channel);
  if (selected.status === 'failed') return selected;
  const object = await channel.readObject(file, 0x30);
  if (object.status === 'failed')
    return object.reason.code === 'card-file-missing'
      ? fail('certificate-absent', object.reason.detail)
      : object;
  return object.value === null
    ? fail('certificate-absent', 'the file holds filler only')
    : done(object.value);
}

/** Reads EF 0006: label, manufacturer, model and serial number of a PKCS #11 CK_TOKEN_INFO. */
export async function readTokenInfo(channel: CardChannel): Promise<Attempt<TokenInfo>> {
  const selected = await selectJpki(channel);
  if (selected.status === 'failed') return selected;
  const bytes = await channel.readStart(JPKI_FILE.tokenInfo);
  if (bytes.status === 'failed') return bytes;
  if (bytes.value.length < 96)
    return fail('card-data-malformed', `token info of ${bytes.value.length} bytes`);
  const text = (from: number, to: number) =>
    new TextDecoder('latin1').decode(bytes.value.subarray(from, to)).replace(/[\s\0\u00ff]+$/, '');
  const label = text(0, 32);
  return done({
    kind: KINDS.get(label) ?? 'unknown',
    label,
    manufacturer: text(32, 64),
    model: text(64, 80),
    serialNumber: text(80, 96),
  });
}

/** Reads EF 0008: `8F` in the first byte is a signature certificate, in the second an authentication one. */
export async function readAvailability(channel: CardChannel): Promise<Attempt<CertificateAvailability>> {
  const selected = await selectJpki(channel);
  if (selected.status === 'failed') return selected;
  const bytes = await channel.readStart(JPKI_FILE.certificateAvailability);
  if (bytes.status === 'failed') return bytes;
  const [signature, authentication] = bytes.value;
  if (signature === undefined || authentication === undefined)
    return fail('card-data-malformed', 'certificate availability is cut off');
  return done({ signature: signature === 0x8f, authentication: authentication === 0x8f });
}

/** Signs a SHA-256 digest with the key in `file`, RSASSA-PKCS1-v1_5. */
export async function signWithJpkiKey(
  channel: CardChannel,
  file: number,
  sha256: Uint8Array,
): Promise<Attempt<Uint8Array>> {
  const data = sha256DigestInfo(sha256);
  const selected = await selectJpki(channel);
  if (selected.status === 'failed') return selected;
  const key = await channel.selectFile(file);
  if (key.status === 'failed') return key;
  const name = file === JPKI_FILE.authenticationKey ? 'authentication key' : 'signature key';
  return computeSignature(channel, { p1: 0x00, p2: 0x80, name }, data);
}
