import { createHash } from 'node:crypto';
import type { DocumentAttributes, ResidenceCardGeneration, UnverifiedResidenceDocument } from '@honnin/card';
import { type Outcome, reason, rejected, undetermined, verified } from '@honnin/outcome';
import {
  parseCertificate,
  type UnverifiedCertificate,
  validatePath,
  verifyResidenceCardSignature,
} from '@honnin/pki';

/** A residence card whose issuer signed what was read of it. */
export interface VerifiedResidenceCard {
  readonly generation: ResidenceCardGeneration;
  /** A view on the document's photo, wiped with it. */
  readonly photo: Uint8Array | null;
  /** Signed, as far as the generation has them as text. */
  readonly attributes: DocumentAttributes;
  /** SHA-256 of what the issuer signed: by it the signature can be checked without photo and name. */
  readonly digest: Uint8Array;
  readonly checkCode: Uint8Array;
  /** X.509 DER. */
  readonly certificate: Uint8Array;
}

/**
 * Whether the issuer of residence cards signed what was read, its certificate leads to one of the anchors, and
 * the card has not expired (as far as it tells that as text). **It does not show that the chip is no copy**: it
 * has no key of its own. The remark `issuer-signature-only` says so in every verified outcome. A card that is not
 * signed (holders under 16) is undetermined.
 */
export async function verifyResidenceCard(options: {
  readonly document: UnverifiedResidenceDocument;
  readonly anchors: readonly UnverifiedCertificate[];
  readonly at: Date;
}): Promise<Outcome<VerifiedResidenceCard>> {
  const { document, anchors, at } = options;
  const { proof, attributes } = document;
  const { signature, generation, signedData } = proof;
  if (signature === null) return undetermined(reason('residence-card-unsigned'));
  const certificate = parseCertificate(signature.certificate);
  if (certificate.status === 'failed') return rejected(certificate.reason);
  const path = await validatePath({
    certificate: certificate.value,
    intermediates: [],
    anchors,
    at,
    keyUsage: 'digitalSignature',
  });
  if (path.status !== 'verified') return path;
  const digest = Uint8Array.from(createHash('sha256').update(signedData).digest());
  const outcome = verifyResidenceCardSignature({
    scheme: generation,
    publicKey: certificate.value.publicKey,
    digest,
    checkCode: signature.checkCode,
  });
  if (outcome.status !== 'verified') return outcome;
  const unbound = findUnbound(document);
  if (unbound !== null) return rejected(reason('residence-card-unbound', unbound));
  const { expiryDate } = attributes;
  if (expiryDate !== null && lastMoment(expiryDate) < at) return rejected(reason('residence-card-expired'));
  return verified(
    {
      generation,
      photo: document.photo,
      attributes,
      digest,
      checkCode: signature.checkCode,
      certificate: signature.certificate,
    },
    [
      ...path.reasons,
      reason('issuer-signature-only'),
      ...(expiryDate === null ? [reason('residence-card-expiry-unread')] : []),
    ],
  );
}

/** The end of that day in Japan. */
const lastMoment = (day: string) => new Date(`${day}T23:59:59+09:00`);

/** What differs from the signed bytes; null when everything used is bound. */
function findUnbound({ photo, attributes, proof }: UnverifiedResidenceDocument): string | null {
  const { generation, signedData, entries } = proof;
  const photoAt = generation === 'first' ? 7000 : 53;
  const signedPhoto = signedData.subarray(photoAt, photoAt + (photo?.length ?? 0));
  if (photo !== null && Buffer.compare(signedPhoto, photo) !== 0) return 'photo';
  if (generation === 'first') return entries === null ? null : 'entries';
  const text = (from: number, to: number) => Buffer.from(signedData.subarray(from, to)).toString('latin1');
  if (attributes.expiryDate?.replaceAll('-', '') !== text(0, 8)) return 'expiry date';
  if (attributes.birthDate?.replaceAll('-', '') !== text(8, 16)) return 'birth date';
  if (entries?.sex !== text(16, 17)) return 'sex';
  return attributes.nationality === text(17, 20).replace(/\0+$/, '') ? null : 'nationality';
}
