import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where findings of all targets are kept: one folder a target, one file an input. */
export const findingsFolder = fileURLToPath(new URL('../findings/', import.meta.url));

/** Keeps an input that made a reader fail, so that every later test reads it again. Answers the file's path. */
export async function keepFinding(target: string, input: Uint8Array): Promise<string> {
  const folder = path.join(findingsFolder, target);
  await mkdir(folder, { recursive: true });
  const name = createHash('sha256').update(input).digest('hex').slice(0, 16);
  const file = path.join(folder, `${name}.bin`);
  await writeFile(file, input);
  return path.relative(process.cwd(), file);
}
