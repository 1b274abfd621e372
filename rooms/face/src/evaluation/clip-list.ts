import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { explainFileError } from '../decoding/explain-file-error.ts';
import { readCsvTable } from './csv-table.ts';
import { readListText } from './list-text.ts';

/** A clip whose truth is known. `kind` is the attack instrument species of ISO/IEC 30107-3; null for a bona fide one. */
export interface LabelledClip {
  /** As listed, or below the folder. */
  readonly name: string;
  readonly file: string;
  readonly kind: string | null;
}

const labels: Readonly<Record<string, 'bonafide' | 'attack'>> = {
  bonafide: 'bonafide',
  'bona-fide': 'bonafide',
  'bona fide': 'bonafide',
  live: 'bonafide',
  genuine: 'bonafide',
  attack: 'attack',
  spoof: 'attack',
};

/**
 * Reads labelled clips: a CSV with the columns `file`, `label` (bonafide or attack) and, if there, `kind`,
 * paths starting from `root` (by default the CSV's folder); or a folder with `bonafide/` and `attack/`, where
 * each entry of `bonafide` and of `attack/<kind>` is a clip. Fails with `evaluation-list-malformed`.
 */
export async function readClipList(source: string, root?: string): Promise<Attempt<readonly LabelledClip[]>> {
  let bytes: Uint8Array;
  try {
    if ((await stat(source)).isDirectory()) return await readLabelledFolder(source);
    bytes = await readFile(source);
  } catch (error) {
    return failed(reason('evaluation-list-malformed', `${source}: ${explainFileError(error)}`));
  }
  const text = readListText(bytes, source);
  if (text.status === 'failed') return text;
  const table = readCsvTable(text.value, source, ['file', 'label']);
  if (table.status === 'failed') return table;
  const from = path.resolve(root ?? path.dirname(source));
  const clips: LabelledClip[] = [];
  for (const { line, cells } of table.value.rows) {
    const wrong = (what: string) =>
      failed(reason('evaluation-list-malformed', `${source}, line ${line}: ${what}`));
    const { file = '', label = '', kind: species = '' } = cells;
    if (file === '') return wrong('column "file" names no clip');
    const truth = labels[label.toLowerCase()];
    if (truth === undefined) return wrong(`"${label}" in column "label" is neither bonafide nor attack`);
    clips.push({
      name: file,
      file: path.resolve(from, file),
      kind: truth === 'bonafide' ? null : species === '' ? 'attack' : species,
    });
  }
  return done(clips);
}

async function readLabelledFolder(folder: string): Promise<Attempt<readonly LabelledClip[]>> {
  const below = async (...parts: string[]) => {
    const entries = await readdir(path.join(folder, ...parts), { withFileTypes: true }).catch(() => []);
    return entries.filter(({ name }) => !name.startsWith('.')).sort((p, q) => (p.name < q.name ? -1 : 1));
  };
  const clip = (kind: string | null, ...parts: string[]): LabelledClip => ({
    name: parts.join('/'),
    file: path.resolve(folder, ...parts),
    kind,
  });
  const clips = (await below('bonafide')).map(({ name }) => clip(null, 'bonafide', name));
  for (const entry of await below('attack')) {
    if (!entry.isDirectory()) clips.push(clip('attack', 'attack', entry.name));
    else {
      const inside = await below('attack', entry.name);
      clips.push(...inside.map(({ name }) => clip(entry.name, 'attack', entry.name, name)));
    }
  }
  if (clips.length === 0) {
    const found = (await below()).map(({ name }) => name);
    const has = found.length === 0 ? 'it is empty' : `it has ${found.slice(0, 5).join(', ')}`;
    const detail = `${folder}: a folder of clips has bonafide/ and attack/<kind>/ with the clips in them; ${has}`;
    return failed(reason('evaluation-list-malformed', detail));
  }
  return done(clips);
}
