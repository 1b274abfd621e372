import { readFile } from 'node:fs/promises';
import { explainFileError } from '@honnin/face';
import { type ListedPair, readListText, readPairList } from '@honnin/face/evaluation';
import { type Attempt, failed, reason } from '@honnin/outcome';

/** Reads the list of pairs; fails with `file-unreadable` or `evaluation-list-malformed`. */
export async function readPairFile(file: string): Promise<Attempt<readonly ListedPair[]>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return failed(reason('file-unreadable', `--pairs ${file}: ${explainFileError(error)}`));
  }
  const text = readListText(bytes, file);
  return text.status === 'failed' ? text : readPairList(text.value, file);
}
