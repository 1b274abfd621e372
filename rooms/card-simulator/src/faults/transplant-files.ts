import type { CardRecord } from '../issuing/card-record.ts';

/** A file of a card record: the application's DF name and the file's identifier, both in hexadecimal. */
export interface FileOnCard {
  readonly application: string;
  readonly file: string;
}

/**
 * A card that serves files of another one as its own: a replayed record, or one that somebody else signed.
 * Keys, secrets and counters stay. Throws when one of the cards has no such file.
 */
export function transplantFiles(
  record: CardRecord,
  from: CardRecord,
  files: readonly FileOnCard[],
): CardRecord {
  return files.reduce((card, place) => withContent(card, place, contentOf(from, place)), record);
}

/** What a file of the record holds, base64. */
export function contentOf(record: CardRecord, { application, file }: FileOnCard): string {
  const found = record.applications
    .find(({ aid }) => aid === application)
    ?.files.find(({ id }) => id === file);
  if (found === undefined) throw new RangeError(`no file ${file} in ${application}`);
  return found.content;
}

/** The record with other content in one file. */
export function withContent(
  record: CardRecord,
  { application, file }: FileOnCard,
  content: string,
): CardRecord {
  contentOf(record, { application, file });
  return {
    ...record,
    applications: record.applications.map((each) =>
      each.aid === application
        ? { ...each, files: each.files.map((one) => (one.id === file ? { ...one, content } : one)) }
        : each,
    ),
  };
}
