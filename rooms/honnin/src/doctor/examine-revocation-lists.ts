import type { EligibilityAnchors } from '@honnin/eligibility';
import type { UnverifiedCertificate } from '@honnin/pki';
import { fileRevocationLists } from '../services/file-revocation-lists.ts';
import { type Finding, fine, lacking } from './examination.ts';

/** Whether each authority has a revocation list at hand that is not out of date. */
export async function examineRevocationLists(
  anchors: EligibilityAnchors,
  files: { readonly authentication: readonly string[]; readonly terminal: readonly string[] | null },
  now: Date,
): Promise<Finding[]> {
  return [
    ...(await examine('cards’ revocation list', anchors.authentication, files.authentication, now)),
    ...(files.terminal === null
      ? []
      : await examine('terminals’ revocation list', anchors.terminal, files.terminal, now)),
  ];
}

async function examine(
  name: string,
  authorities: readonly UnverifiedCertificate[],
  files: readonly string[],
  now: Date,
): Promise<Finding[]> {
  const lookup = fileRevocationLists(files, { warn: () => undefined });
  return Promise.all(
    authorities.map(async (authority) => {
      // A list is found by its issuer's name: an authority's own certificate stands for those that it issues.
      const found = await lookup({ ...authority, issuer: authority.subject }, authority);
      if (found.status === 'failed') {
        return lacking(name, found.reason.detail ?? found.reason.code, 'fetch the list into its place');
      }
      // Deltas only add to a complete list; without one they say nothing.
      const complete = found.value.filter(({ baseNumber }) => baseNumber === null);
      const [newest] = complete.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime());
      if (newest === undefined) return lacking(name, 'only delta lists', 'fetch the complete list too');
      const { nextUpdate } = newest;
      const until = `of ${authority.subject.text}, good until ${nextUpdate?.toISOString() ?? 'unknown'}`;
      return nextUpdate !== null && nextUpdate > now
        ? fine(name, until)
        : lacking(name, until, 'fetch the newest list; until then cards get no answer');
    }),
  );
}
