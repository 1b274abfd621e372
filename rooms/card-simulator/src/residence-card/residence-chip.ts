import { type BlockCipher, RESIDENCE_AID } from '@honnin/card';
import type { ResidenceFile } from './residence-card-record.ts';

/** A file in the chip. */
export interface StoredFile {
  readonly read: ResidenceFile['read'];
  readonly content: Uint8Array;
}

/** What the chip remembers between two commands, and forgets when it loses power. */
export interface ResidenceChip {
  readonly number: Uint8Array;
  readonly cipher: BlockCipher;
  readonly random: (length: number) => Uint8Array;
  readonly files: ReadonlyMap<string, StoredFile>;
  folder: ResidenceFile['folder'];
  currentFile: StoredFile | null;
  /** From GET CHALLENGE to the command after it. */
  challenge: Uint8Array | null;
  sessionKey: Uint8Array | null;
  numberVerified: boolean;
}

/** The DF that a name selects. */
export const FOLDERS: readonly (readonly [Uint8Array, ResidenceFile['folder']])[] = [
  [RESIDENCE_AID.front, 'DF1'],
  [RESIDENCE_AID.back, 'DF2'],
  [RESIDENCE_AID.signature, 'DF3'],
];
