import type { CardRecord } from '../issuing/card-record.ts';
import type { FileOnCard } from './transplant-files.ts';

/** The card with this many tries left for a secret; 0 is a locked one. Throws when there is no such secret. */
export function withTriesLeft(
  record: CardRecord,
  { application, file }: FileOnCard,
  triesLeft: number,
): CardRecord {
  let found = false;
  const applications = record.applications.map((each) => ({
    ...each,
    secrets: each.secrets.map((secret) => {
      if (each.aid !== application || secret.id !== file) return secret;
      found = true;
      return { ...secret, triesLeft };
    }),
  }));
  if (!found) throw new RangeError(`no secret ${file} in ${application}`);
  return { ...record, applications };
}
