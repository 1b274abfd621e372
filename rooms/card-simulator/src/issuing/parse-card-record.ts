import { createPrivateKey } from 'node:crypto';
import { type Attempt, done } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { fail } from '../fail.ts';
import { CardRecord } from './card-record.ts';

const validator = Compile(CardRecord);

/**
 * Checks a card record that comes from a file or a browser: its shape, that no file identifier is used
 * twice, and that the keys are RSA keys. Fails with `card-record-malformed`.
 */
export function parseCardRecord(json: unknown): Attempt<CardRecord> {
  if (!validator.Check(json)) {
    const [first] = validator.Errors(json);
    return malformed(first === undefined ? 'not a card record' : `${first.instancePath} ${first.message}`);
  }
  for (const { name, files, recordFiles, secrets, keys, sessionKeyDelivery } of json.applications) {
    const ids = [...files, ...recordFiles, ...secrets, ...keys].map(({ id }) => id);
    if (new Set(ids).size !== ids.length) return malformed(`${name}: a file identifier is used twice`);
    if (secrets.some(({ triesLeft, triesAllowed }) => triesLeft > triesAllowed)) {
      return malformed(`${name}: a counter is over its maximum`);
    }
    for (const { id, privateKey } of keys) {
      if (!isRsa2048(privateKey)) return malformed(`${name}: ${id} is not an RSA-2048 private key`);
    }
    if (sessionKeyDelivery !== undefined && !isRsa2048(sessionKeyDelivery))
      return malformed(`${name}: sessionKeyDelivery is not an RSA-2048 private key`);
  }
  return done(json);
}

function malformed(detail: string): Attempt<CardRecord> {
  return fail('card-record-malformed', detail);
}

function isRsa2048(base64: string): boolean {
  try {
    const key = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048;
  } catch {
    return false;
  }
}
