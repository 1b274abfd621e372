import { type Attempt, done } from '@honnin/outcome';
import { parseCertificate, type UnverifiedCertificate } from '@honnin/pki';
import { pemBlocks } from './pem-blocks.ts';
import { readSettingFile } from './read-setting-file.ts';
import { failedAt, type SettingPlace, within } from './setting-place.ts';

/** All certificates of files that a setting lists, in their order; PEM files may hold several. */
export async function readCertificates(
  place: SettingPlace,
  names: readonly string[],
): Promise<Attempt<readonly UnverifiedCertificate[]>> {
  const found: UnverifiedCertificate[] = [];
  for (const [index, name] of names.entries()) {
    const at = within(place, index);
    const read = await readSettingFile(at, name);
    if (read.status === 'failed') return read;
    const blocks = pemBlocks(read.value, ['CERTIFICATE', 'X509 CERTIFICATE']);
    if (blocks.length === 0) return failedAt(at, 'setting-unusable', `${name} holds no certificate`);
    for (const der of blocks) {
      const parsed = parseCertificate(der);
      if (parsed.status === 'failed') {
        return failedAt(at, 'setting-unusable', `${name}: ${parsed.reason.code}`);
      }
      found.push(parsed.value);
    }
  }
  return done(found);
}
