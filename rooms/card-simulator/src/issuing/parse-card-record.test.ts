import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestCardIssuer } from '../../test/test-card-issuer.ts';
import type { CardRecord } from './card-record.ts';
import { parseCardRecord } from './parse-card-record.ts';

let record: CardRecord;

beforeAll(async () => {
  record = (await (await createTestCardIssuer()).issue()).record;
}, 60_000);

/** A copy of the record with one change. */
function changed(change: (copy: CardRecord) => void): unknown {
  const copy = structuredClone(record);
  change(copy);
  return copy;
}

describe('parseCardRecord', () => {
  it('takes back what was issued, through JSON', () => {
    const parsed = parseCardRecord(JSON.parse(JSON.stringify(record)));
    expect(parsed).toEqual({ status: 'done', value: record });
  });

  it('never throws, and refuses what is no record', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const parsed = parseCardRecord(json);
        expect(parsed.status === 'failed' && parsed.reason.code).toBe('card-record-malformed');
      }),
    );
  });

  it.each<[string, (copy: CardRecord) => void]>([
    ['bytes that are not base64', (copy) => Object.assign(copy, { atr: 'O@==' })],
    ['a field of its own', (copy) => Object.assign(copy, { extra: 1 })],
    ['another format', (copy) => Object.assign(copy, { format: 'honnin-card/2' })],
    ['no application', (copy) => void copy.applications.splice(0)],
    [
      'a file identifier twice',
      (copy) => {
        const files = copy.applications[1]?.files ?? [];
        const [first] = files;
        if (first !== undefined) files.push(first);
      },
    ],
    [
      'a counter over its maximum',
      (copy) => Object.assign(copy.applications[1]?.secrets[0] ?? {}, { triesLeft: 4 }),
    ],
    [
      'a key that is none',
      (copy) => Object.assign(copy.applications[1]?.keys[0] ?? {}, { privateKey: 'AAAA' }),
    ],
  ])('refuses a record with %s', (_, change) => {
    expect(parseCardRecord(changed(change)).status).toBe('failed');
  });
});
