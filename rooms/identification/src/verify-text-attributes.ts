import { createHash } from 'node:crypto';
import { readTlvs, type UnverifiedTextAttributes } from '@honnin/card';
import { type Outcome, reason, rejected, verified } from '@honnin/outcome';
import { type CardIssuerAnchor, verifyCardVerifiableCertificate, verifyRsaSignature } from '@honnin/pki';

/** The four attributes as text, signed by the issuer. */
export type VerifiedTextAttributes = Pick<UnverifiedTextAttributes, 'name' | 'address' | 'birthDate' | 'sex'>;

export interface TextAttributesProof {
  readonly attributes: UnverifiedTextAttributes;
  /** The text-input application's 7F21 object. */
  readonly issuerCertificate: Uint8Array;
  readonly anchors: readonly CardIssuerAnchor[];
}

/**
 * Whether the four attributes are the issuer's: its key by its authority, its signature over both digests (DF33
 * over DF31 and DF32), the second digest over the objects DF22 to DF25, and the values used by those objects.
 * It does not show that the card is present: the card-face record and its key do.
 */
export function verifyTextAttributes(proof: TextAttributesProof): Outcome<VerifiedTextAttributes> {
  const { attributes } = proof;
  const issuer = verifyCardVerifiableCertificate(proof.issuerCertificate, proof.anchors);
  if (issuer.status !== 'verified') return issuer;
  const { signedObjects, signature, attributeObjects, attributesDigest } = attributes;
  const signed = verifyRsaSignature({ publicKey: issuer.value.publicKey, message: signedObjects, signature });
  if (signed.status !== 'verified') return signed;
  const digests = valuesOf(signedObjects, [0xdf31, 0xdf32]);
  const digest = createHash('sha256').update(attributeObjects).digest();
  if (!same(digests[1], attributesDigest) || !same(digests[1], digest)) return unbound('DF32');
  const [name, address, birthDate, sex] = valuesOf(attributeObjects, [0xdf22, 0xdf23, 0xdf24, 0xdf25]);
  const utf8 = (text: string) => Buffer.from(text, 'utf8');
  if (!same(name, utf8(attributes.name))) return unbound('DF22');
  if (!same(address, utf8(attributes.address))) return unbound('DF23');
  if (!same(birthDate, utf8(attributes.birthDate.replaceAll('-', '')))) return unbound('DF24');
  if (!same(sex, utf8(attributes.sex))) return unbound('DF25');
  return verified(
    {
      name: attributes.name,
      address: attributes.address,
      birthDate: attributes.birthDate,
      sex: attributes.sex,
    },
    issuer.reasons,
  );
}

const unbound = (what: string) =>
  rejected(reason('text-attributes-altered', `${what} is not the signed one`));

/** Values of exactly these objects in this order; none at all for anything else. */
function valuesOf(bytes: Uint8Array, tags: readonly number[]): readonly Uint8Array[] {
  const objects = readTlvs(bytes);
  if (objects.status === 'failed' || objects.value.length !== tags.length) return [];
  const inOrder = objects.value.every(({ tag }, index) => tag === tags[index]);
  return inOrder ? objects.value.map(({ value }) => value) : [];
}

function same(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
