import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { fail } from '../fail.ts';
import type { CertificateAvailability } from './certificate-availability.ts';
import { computeSignature } from './compute-signature.ts';
import { AID, JPKI_FILE } from './my-number-files.ts';
import { parseTokenInfo } from './parse-token-info.ts';
import { type SignatureScheme, schemeByte } from './signature-scheme.ts';
import type { TokenInfo } from './token-info.ts';

const NAME = 'JPKI';

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

/** Reads EF 0006, what the application says of itself. */
export async function readTokenInfo(channel: CardChannel): Promise<Attempt<TokenInfo>> {
  const selected = await selectJpki(channel);
  if (selected.status === 'failed') return selected;
  const bytes = await channel.readStart(JPKI_FILE.tokenInfo);
  return bytes.status === 'failed' ? bytes : parseTokenInfo(bytes.value);
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

/** Signs with the key in `file`, by one of the card's schemes. */
export async function signWithJpkiKey(
  channel: CardChannel,
  file: number,
  scheme: SignatureScheme,
  data: Uint8Array,
): Promise<Attempt<Uint8Array>> {
  const p1 = schemeByte(scheme, data);
  const selected = await selectJpki(channel);
  if (selected.status === 'failed') return selected;
  const key = await channel.selectFile(file);
  if (key.status === 'failed') return key;
  const name = file === JPKI_FILE.authenticationKey ? 'authentication key' : 'signature key';
  return computeSignature(channel, { p1, p2: 0x80, name }, data);
}
