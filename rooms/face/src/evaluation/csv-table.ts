import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { CsvError, parse } from 'csv-parse/sync';

/** One row by column name, with the line of the file that it starts on. */
interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

const separators = [
  { sign: ';', name: 'semicolons' },
  { sign: '\t', name: 'tabs' },
  { sign: '|', name: 'bars' },
] as const;

/**
 * Reads a CSV with a header (RFC 4180; any line ending, byte order mark, quotes, blank lines). Column names are
 * trimmed and taken in lower case, cells are trimmed. Fails with `evaluation-list-malformed`, which names file
 * and line: text that is no CSV, a header that lacks one of `needed`, a row with more or fewer cells, no row.
 */
export function readCsvTable(text: string, file: string, needed: readonly string[]): Attempt<CsvTable> {
  const wrong = (line: number, what: string) =>
    failed(reason('evaluation-list-malformed', `${file}, line ${line}: ${what}`));
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return wrong(Number(error['lines'] ?? 1), error.message);
  }
  const [header, ...body] = records;
  if (header === undefined) return wrong(1, 'the file is empty');
  const columns = header.record.map((name) => name.toLowerCase());
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(', ');
    const [only = ''] = columns;
    const separator = columns.length > 1 ? undefined : separators.find(({ sign }) => only.includes(sign));
    const hint =
      separator === undefined
        ? `found: ${columns.join(', ')}`
        : `its columns are separated by ${separator.name}; put commas there, or save it as “CSV UTF-8”`;
    return wrong(header.info.lines, `no column ${names} in the header (${hint})`);
  }
  const twice = needed.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  if (twice !== undefined) return wrong(header.info.lines, `column "${twice}" stands there twice`);
  const rows: CsvRow[] = [];
  for (const { record, info } of body) {
    // Spreadsheets leave empty cells behind.
    const beyond = record.slice(columns.length).some((cell) => cell !== '');
    if (record.length < columns.length || beyond) {
      return wrong(info.lines, `${record.length} cells in place of ${columns.length}`);
    }
    rows.push({
      line: info.lines,
      cells: Object.fromEntries(columns.map((name, i) => [name, record[i] ?? ''])),
    });
  }
  if (rows.length === 0) return wrong(header.info.lines, 'no row after the header');
  return done({ columns, rows });
}
