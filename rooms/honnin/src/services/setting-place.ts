import { type Failed, failed, reason } from '@honnin/outcome';

/** A setting that a failure can point at: its file and its place there (RFC 6901). */
export interface SettingPlace {
  /** Absolute name of the configuration file; files that it names begin at its folder. */
  readonly file: string;
  readonly pointer: string;
}

/** The same file, further in. */
export function within(place: SettingPlace, ...steps: readonly (string | number)[]): SettingPlace {
  return { file: place.file, pointer: [place.pointer, ...steps].join('/') };
}

/** `code` with the place and what is the matter there; never with a setting's value, which may be a secret. */
export function failedAt(place: SettingPlace, code: string, matter: string): Failed {
  return failed(reason(code, `${place.file}: ${place.pointer}: ${matter}`));
}
