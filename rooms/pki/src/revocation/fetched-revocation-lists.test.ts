import { type Attempt, done, failed, reason } from '@honnin/outcome';
import {
  CRLDistributionPoints,
  CRLNumber,
  DistributionPoint,
  GeneralName,
  id_ce_deltaCRLIndicator,
} from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { distributionPoints, pointName, uri } from '../../test/extensions.ts';
import { later, makeAuthority, makeParty, named, now } from '../../test/workshop.ts';
import { extensionOf } from '../certificate/encode-certificate.ts';
import { createListRevocationSource } from './create-list-revocation-source.ts';
import { encodeRevocationList, type RevocationListContents } from './encode-revocation-list.ts';
import { fetchedRevocationLists } from './fetched-revocation-lists.ts';

const authority = makeAuthority({ name: 'Root' });
const address = 'http://lists.example/root.crl';
const holder = makeParty({
  name: 'Holder',
  issuer: authority,
  anonymousKeys: true,
  extensions: [distributionPoints({ names: [uri(address), uri('ldap://lists.example/')] })],
});
const hour = 3_600_000;

const list = (contents: Partial<RevocationListContents> = {}): Uint8Array =>
  encodeRevocationList({
    issuer: named('Root'),
    issuerKey: authority.key,
    thisUpdate: later(-1),
    nextUpdate: later(1),
    entries: [],
    ...contents,
  });
const revoked = [
  { serialNumber: holder.certificate.serialNumber, at: later(-2), reason: 'superseded' },
] as const;
const lineDown = failed(reason('revocation-list-unavailable', 'line down'));

/** A source over a network that tests change, with a clock that they turn. */
function world(first: Attempt<Uint8Array>) {
  const state = {
    answer: first,
    now,
    fetches: [] as string[],
    perAddress: new Map<string, Attempt<Uint8Array>>(),
  };
  const source = createListRevocationSource({
    lookup: fetchedRevocationLists({
      clock: () => state.now,
      keepForMs: hour,
      fetchOctets: async (asked) => {
        state.fetches.push(asked);
        return state.perAddress.get(asked) ?? state.answer;
      },
    }),
  });
  const ask = async () => {
    const status = await source.statusOf(holder.certificate, authority.certificate, state.now);
    return status.kind === 'unknown' ? status.reason.code : status.kind;
  };
  return { state, ask };
}

describe('fetched revocation lists', () => {
  it('are fetched from the certificate’s own addresses, once while they are new', async () => {
    const { state, ask } = world(done(list()));
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['good', 'good', 'good']);
    expect(await ask()).toBe('good');
    expect(state.fetches).toEqual([address]);
  });

  it('are fetched again after a while, and then show what was revoked', async () => {
    const { state, ask } = world(done(list()));
    expect(await ask()).toBe('good');
    state.answer = done(list({ thisUpdate: later(-0.5), entries: revoked }));
    state.now = new Date(now.getTime() + hour - 1);
    expect(await ask()).toBe('good');
    state.now = new Date(now.getTime() + hour);
    expect(await ask()).toBe('revoked');
  });

  it('still stand while the line is down, until their own time is over', async () => {
    const { state, ask } = world(done(list()));
    expect(await ask()).toBe('good');
    state.answer = lineDown;
    state.now = new Date(now.getTime() + 2 * hour);
    expect(await ask()).toBe('good');
    state.now = later(2);
    expect(await ask()).toBe('revocation-list-stale');
  });

  it('are not rolled back: an older list does not take a newer one’s place', async () => {
    const { state, ask } = world(done(list({ entries: revoked })));
    expect(await ask()).toBe('revoked');
    state.answer = done(list({ thisUpdate: later(-3) }));
    state.now = new Date(now.getTime() + 2 * hour);
    expect(await ask()).toBe('revoked');
  });

  it('are unknown, and never good, while a forged one that calls itself newer stands in their place, and come back after it', async () => {
    const impostor = makeAuthority({ name: 'Root' });
    const forged = list({ issuerKey: impostor.key, thisUpdate: later(-0.1) });
    const { state, ask } = world(done(list({ entries: revoked })));
    expect(await ask()).toBe('revoked');
    for (const answer of [done(forged), done(list({ entries: revoked }))]) {
      state.answer = answer;
      state.now = new Date(state.now.getTime() + 2 * hour);
      expect(await ask()).toMatch(answer.value === forged ? /signature-invalid$/ : /^revoked$/);
    }
  });

  it('are not asked for again at once where the line is down', async () => {
    const { state, ask } = world(lineDown);
    expect([await ask(), await ask()]).toEqual([
      'revocation-list-unavailable',
      'revocation-list-unavailable',
    ]);
    expect(state.fetches).toHaveLength(1);
    state.answer = done(list());
    state.now = new Date(now.getTime() + 10_000);
    expect(await ask()).toBe('good');
  });

  it('are unknown where nothing, or nothing that is a list, can be had', async () => {
    expect(await world(lineDown).ask()).toBe('revocation-list-unavailable');
    expect(await world(done(Buffer.from('<html>'))).ask()).toBe('revocation-list-malformed');
    const { state, ask } = world(done(list()));
    const addressless = makeParty({ name: 'Holder', issuer: authority });
    const lookup = fetchedRevocationLists({ clock: () => state.now, fetchOctets: async () => state.answer });
    expect(await lookup(addressless.certificate, authority.certificate)).toMatchObject({
      reason: { code: 'revocation-list-unavailable' },
    });
    expect(await ask()).toBe('good');
  });

  it('bring the delta lists that they name, and do without where those cannot be had', async () => {
    const delta = 'http://lists.example/delta.crl';
    const name = pointName({ names: [new GeneralName({ uniformResourceIdentifier: delta })] });
    const freshest = new CRLDistributionPoints([
      new DistributionPoint(name === undefined ? {} : { distributionPoint: name }),
    ]);
    const extensions = [extensionOf('2.5.29.46', false, freshest)];
    const { state, ask } = world(done(list({ number: 5, extensions })));
    state.perAddress.set(delta, lineDown);
    expect(await ask()).toBe('good');
    const base = extensionOf(id_ce_deltaCRLIndicator, true, new CRLNumber(5));
    state.now = new Date(now.getTime() + 10_000);
    state.perAddress.set(delta, done(list({ number: 6, entries: revoked, extensions: [base] })));
    expect(await ask()).toBe('revoked');
    expect(state.fetches).toEqual([address, delta, delta]);
  });
});
