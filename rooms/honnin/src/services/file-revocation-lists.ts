import { readFile, stat } from 'node:fs/promises';
import { done, failed, reason } from '@honnin/outcome';
import { parseRevocationList, type RevocationListLookup, type UnverifiedRevocationList } from '@honnin/pki';
import { pemBlocks } from './pem-blocks.ts';

interface KeptList {
  /** Which state of the file was read: changes with its contents, and when another is renamed into its place. */
  readonly state: string;
  readonly list: UnverifiedRevocationList | null;
  readonly matter: string;
}

/**
 * Finds revocation lists in files (PEM or DER), which are read again whenever they change. A file that is gone
 * is no list any more. While a file holds something that cannot be read (a copy under way), the list before it
 * still counts: its own `nextUpdate` says for how long. Whatever cannot be found fails, and so becomes
 * `unknown` with the source.
 */
export function fileRevocationLists(
  files: readonly string[],
  log: { warn(fields: object, message: string): void },
): RevocationListLookup {
  const kept = new Map<string, KeptList>();

  async function listIn(file: string): Promise<KeptList> {
    let state: string;
    try {
      const { mtimeMs, size, ino } = await stat(file);
      state = `${mtimeMs} ${size} ${ino}`;
      const before = kept.get(file);
      if (before?.state === state) return before;
      const [der] = pemBlocks(await readFile(file), ['X509 CRL']);
      const parsed = parseRevocationList(der ?? new Uint8Array());
      const now: KeptList =
        parsed.status === 'done'
          ? { state, list: parsed.value, matter: '' }
          : { state, list: before?.list ?? null, matter: parsed.reason.code };
      if (parsed.status === 'failed')
        log.warn({ file, code: parsed.reason.code }, 'revocation list unreadable');
      kept.set(file, now);
      return now;
    } catch (error) {
      kept.delete(file);
      return { state: '', list: null, matter: (error as NodeJS.ErrnoException).code ?? 'error' };
    }
  }

  return async ({ issuer, distributionPoints }) => {
    const found = await Promise.all(files.map(listIn));
    // Whoever the certificate names as signer of its lists counts beside its issuer (RFC 5280 §4.2.1.13).
    const issuers = [issuer, ...distributionPoints.flatMap(({ listIssuers }) => listIssuers ?? [])];
    const names = new Set(issuers.map(({ canonical }) => canonical));
    const fitting = found.flatMap(({ list }) =>
      list !== null && names.has(list.issuer.canonical) ? [list] : [],
    );
    if (fitting.length > 0) return done(fitting);
    const matters = found.flatMap(({ matter }, index) =>
      matter === '' ? [] : [`${files[index]} ${matter}`],
    );
    return failed(
      reason('revocation-list-unavailable', [`no list of ${issuer.text}`, ...matters].join('; ')),
    );
  };
}
