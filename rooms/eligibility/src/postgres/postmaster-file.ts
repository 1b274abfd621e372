/** What `postmaster.pid` says (PostgreSQL, src/include/utils/pidfile.h): one item a line. */
export interface PostmasterFile {
  readonly pid: number;
  readonly dataFolder: string;
}

/** Reads the file's text; `null` for a file that was only half written. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const [first, dataFolder] = text.split('\n');
  const pid = Number(first?.trim());
  if (!Number.isSafeInteger(pid) || pid <= 0 || dataFolder === undefined || dataFolder === '') return null;
  return { pid, dataFolder };
}
