import type { CardTalk } from './card-talk.ts';
import { sha256DigestInfo } from './digest-info.ts';
import { readAvailability, readJpkiCertificate, readTokenInfo, signWithJpkiKey } from './jpki-application.ts';
import type { MyNumberCard } from './my-number-card.ts';
import { JPKI_FILE } from './my-number-files.ts';
import { requireAccepted } from './present-secret.ts';
import type { SignatureScheme } from './signature-scheme.ts';

type JpkiCalls = Pick<
  MyNumberCard,
  | 'readAuthenticationCertificate'
  | 'readAuthenticationAuthority'
  | 'readSignatureAuthority'
  | 'readTokenInfo'
  | 'readCertificateAvailability'
  | 'verifyAuthenticationPin'
  | 'signForAuthentication'
  | 'verifySignaturePassword'
  | 'readSignatureCertificate'
  | 'signForSignature'
  | 'sign'
>;

/** The calls of the JPKI application. */
export function jpkiCalls({ channel, inTurn, present }: CardTalk): JpkiCalls {
  const certificate = (file: number) => inTurn(() => readJpkiCertificate(channel, file));
  const sign = (file: number, scheme: SignatureScheme, data: Uint8Array) =>
    inTurn(() => signWithJpkiKey(channel, file, scheme, data));
  return {
    readAuthenticationCertificate: () => certificate(JPKI_FILE.authenticationCertificate),
    readAuthenticationAuthority: () => certificate(JPKI_FILE.authenticationAuthority),
    readSignatureAuthority: () => certificate(JPKI_FILE.signatureAuthority),
    readTokenInfo: () => inTurn(() => readTokenInfo(channel)),
    readCertificateAvailability: () => inTurn(() => readAvailability(channel)),
    verifyAuthenticationPin: (pin, options) => inTurn(() => present('authentication-pin', pin, options)),
    verifySignaturePassword: (password, options) =>
      inTurn(() => present('signature-password', password, options)),
    readSignatureCertificate: (password, options) =>
      inTurn(async () => {
        const accepted = requireAccepted(await present('signature-password', password, options), 'pin');
        if (accepted.status === 'failed') return accepted;
        return readJpkiCertificate(channel, JPKI_FILE.signatureCertificate);
      }),
    // Scheme 00 with a DigestInfo of our own is what every client does, and every card has.
    signForAuthentication: (sha256) =>
      sign(JPKI_FILE.authenticationKey, 'pkcs1-as-given', sha256DigestInfo(sha256)),
    signForSignature: (sha256) => sign(JPKI_FILE.signatureKey, 'pkcs1-as-given', sha256DigestInfo(sha256)),
    sign: (key, scheme, data) =>
      sign(key === 'authentication' ? JPKI_FILE.authenticationKey : JPKI_FILE.signatureKey, scheme, data),
  };
}
