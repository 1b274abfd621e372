import { createPublicKey } from 'node:crypto';
import { type Attempt, done } from '@honnin/outcome';
import type { CardIssuerAnchor } from '@honnin/pki';
import { pemBlocks } from './pem-blocks.ts';
import { readSettingFile } from './read-setting-file.ts';
import { failedAt, type SettingPlace, within } from './setting-place.ts';

/** The keys above card-face issuers, each an RSA public key in a file (SubjectPublicKeyInfo, PEM or DER). */
export async function readCardFaceAnchors(
  place: SettingPlace,
  entries: readonly { readonly keyId: string; readonly publicKey: string }[],
): Promise<Attempt<readonly CardIssuerAnchor[]>> {
  const anchors: CardIssuerAnchor[] = [];
  for (const [index, { keyId, publicKey: name }] of entries.entries()) {
    const at = within(place, index, 'publicKey');
    const read = await readSettingFile(at, name);
    if (read.status === 'failed') return read;
    const [spki] = pemBlocks(read.value, ['PUBLIC KEY']);
    try {
      const publicKey = createPublicKey({ key: Buffer.from(spki ?? []), format: 'der', type: 'spki' });
      if (publicKey.asymmetricKeyType !== 'rsa') throw new Error('not RSA');
      anchors.push({ keyId, publicKey });
    } catch {
      return failedAt(at, 'setting-unusable', `${name} holds no RSA public key`);
    }
  }
  return done(anchors);
}
