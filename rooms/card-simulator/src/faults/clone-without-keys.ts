import type { KeyObject } from 'node:crypto';
import type { CardRecord } from '../issuing/card-record.ts';

/**
 * A copy of a card by somebody who could read every file of it but not its private keys. It signs with
 * `otherKey` in place of each of them, or, with null, refuses to sign.
 */
export function cloneWithoutKeys(record: CardRecord, otherKey: KeyObject | null): CardRecord {
  const privateKey = otherKey?.export({ format: 'der', type: 'pkcs8' }).toString('base64') ?? null;
  return {
    ...record,
    applications: record.applications.map((application) => ({
      ...application,
      keys: application.keys.map((key) =>
        privateKey === null
          ? { ...key, sign: 'never', internalAuthenticate: 'never' }
          : { ...key, privateKey },
      ),
    })),
  };
}
