import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Attempt, done } from '@honnin/outcome';
import { failedAt, type SettingPlace } from './setting-place.ts';

/** Absolute name of a file that a setting names. */
export const settingFile = (place: SettingPlace, name: string) =>
  path.resolve(path.dirname(place.file), name);

/** The contents of a file that a setting names; fails with `file-unreadable` and the setting's place. */
export async function readSettingFile(place: SettingPlace, name: string): Promise<Attempt<Uint8Array>> {
  const file = settingFile(place, name);
  try {
    return done(new Uint8Array(await readFile(file)));
  } catch (error) {
    return failedAt(place, 'file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`);
  }
}
