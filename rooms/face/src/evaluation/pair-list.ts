import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { readCsvTable } from './csv-table.ts';

/** One line of the list: two images as written, and whether they show one person. */
export interface ListedPair {
  readonly line: number;
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly group: string | null;
  readonly fold: string | null;
}

const answers: Readonly<Record<string, boolean>> = {
  '1': true,
  true: true,
  yes: true,
  y: true,
  '0': false,
  false: false,
  no: false,
  n: false,
};

/**
 * Reads the list of pairs: columns `a`, `b`, `same` (1/0, true/false, yes/no) and, if there, `group` and
 * `fold`, in any order; further columns are passed over. Fails with `evaluation-list-malformed` and the line.
 */
export function readPairList(text: string, file: string): Attempt<readonly ListedPair[]> {
  const table = readCsvTable(text, file, ['a', 'b', 'same']);
  if (table.status === 'failed') return table;
  const pairs: ListedPair[] = [];
  for (const { line, cells } of table.value.rows) {
    const wrong = (what: string) =>
      failed(reason('evaluation-list-malformed', `${file}, line ${line}: ${what}`));
    const { a = '', b = '', same = '', group = '', fold = '' } = cells;
    if (a === '' || b === '') return wrong(`column "${a === '' ? 'a' : 'b'}" names no image`);
    const answer = answers[same.toLowerCase()];
    if (answer === undefined)
      return wrong(`"${same}" in column "same" is none of 1, 0, true, false, yes, no`);
    pairs.push({
      line,
      a,
      b,
      same: answer,
      group: group === '' ? null : group,
      fold: fold === '' ? null : fold,
    });
  }
  return done(pairs);
}
