import { createSecureContext } from 'node:tls';
import { type Attempt, done } from '@honnin/outcome';
import { readSettingFile } from './read-setting-file.ts';
import { failedAt, type SettingPlace, within } from './setting-place.ts';

/** What an HTTPS server shows; PEM. */
export interface TlsIdentity {
  readonly cert: string;
  readonly key: string;
}

/** Certificate and key of `listen.tls`; null when it is left out. */
export async function readTlsIdentity(
  place: SettingPlace,
  tls: { readonly certificate: string; readonly key: string } | undefined,
): Promise<Attempt<TlsIdentity | null>> {
  if (tls === undefined) return done(null);
  const certificate = await readSettingFile(within(place, 'certificate'), tls.certificate);
  if (certificate.status === 'failed') return certificate;
  const key = await readSettingFile(within(place, 'key'), tls.key);
  if (key.status === 'failed') return key;
  const identity = {
    cert: Buffer.from(certificate.value).toString('utf8'),
    key: Buffer.from(key.value).toString('utf8'),
  };
  try {
    createSecureContext(identity);
    return done(identity);
  } catch {
    return failedAt(place, 'setting-unusable', 'no PEM certificate and key that belong together');
  }
}
