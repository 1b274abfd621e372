import { createPrivateKey, type KeyObject } from 'node:crypto';
import { terminalOf } from '@honnin/identification';
import { type Attempt, done } from '@honnin/outcome';
import { pemBlocks } from './pem-blocks.ts';
import { readCertificates } from './read-certificates.ts';
import { readSettingFile } from './read-setting-file.ts';
import { failedAt, type SettingPlace, within } from './setting-place.ts';

/** What a terminal signs its statements with. */
export interface TerminalIdentity {
  readonly key: KeyObject;
  /** DER, the terminal's certificate first. */
  readonly chain: readonly Uint8Array[];
  readonly validUntil: Date;
}

/**
 * Key and chain of a terminal out of their files. Fails with the setting's place when they do not belong
 * together, do not name this terminal, or are not valid at `now`: every statement would be refused later.
 */
export async function readTerminalIdentity(
  place: SettingPlace,
  settings: { readonly id: string; readonly key: string; readonly chain: readonly string[] },
  now: Date,
): Promise<Attempt<TerminalIdentity>> {
  const key = await readPrivateKey(within(place, 'key'), settings.key);
  if (key.status === 'failed') return key;
  const inChain = within(place, 'chain');
  const chain = await readCertificates(inChain, settings.chain);
  if (chain.status === 'failed') return chain;
  const [own] = chain.value;
  const unusable = (matter: string) => failedAt(inChain, 'setting-unusable', matter);
  if (own === undefined) return unusable('no certificate');
  const { id } = terminalOf(own);
  if (id !== settings.id)
    return unusable(`the first certificate names ${id || 'nobody'}, not ${settings.id}`);
  if (!samePublicKey(own.publicKey, key.value)) return unusable('the first certificate is not of this key');
  if (own.notBefore > now) return unusable(`the certificate is valid from ${own.notBefore.toISOString()} on`);
  if (own.notAfter < now) return unusable(`the certificate ran out on ${own.notAfter.toISOString()}`);
  return done({ key: key.value, chain: chain.value.map(({ der }) => der), validUntil: own.notAfter });
}

async function readPrivateKey(place: SettingPlace, name: string): Promise<Attempt<KeyObject>> {
  const read = await readSettingFile(place, name);
  if (read.status === 'failed') return read;
  const [der] = pemBlocks(read.value, ['PRIVATE KEY']);
  try {
    const key = createPrivateKey({ key: Buffer.from(der ?? []), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('another kind of key');
    return done(key);
  } catch {
    return failedAt(place, 'setting-unusable', `${name} holds no P-256 private key in PKCS#8 form`);
  } finally {
    read.value.fill(0);
    der?.fill(0);
  }
}

function samePublicKey(publicKey: KeyObject, key: KeyObject): boolean {
  const point = ({ x, y }: { readonly x?: string; readonly y?: string }) => `${x} ${y}`;
  return point(publicKey.export({ format: 'jwk' })) === point(key.export({ format: 'jwk' }));
}
