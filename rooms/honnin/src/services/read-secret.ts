import { type Attempt, done } from '@honnin/outcome';
import type { Secret } from '../configuration/setting-forms.ts';
import { readSettingFile } from './read-setting-file.ts';
import { failedAt, type SettingPlace, within } from './setting-place.ts';

/** A secret out of the configuration or out of its file, without white space around it. */
export async function readSecret(
  place: SettingPlace,
  secret: Secret,
  pattern: string,
): Promise<Attempt<string>> {
  if (typeof secret === 'string') return done(secret);
  const inFile = within(place, 'file');
  const read = await readSettingFile(inFile, secret.file);
  if (read.status === 'failed') return read;
  const text = Buffer.from(read.value).toString('utf8').trim();
  read.value.fill(0);
  return new RegExp(pattern).test(text)
    ? done(text)
    : failedAt(inFile, 'setting-unusable', `${secret.file} does not hold a secret of the form ${pattern}`);
}
