import { createHmac, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ecKey, later, makeAuthority, makeParty, now, rsaKey } from '../../test/workshop.ts';
import { pkiFailures } from '../failures.ts';
import { openStatement } from './open-statement.ts';
import { signStatement } from './sign-statement.ts';

const root = makeAuthority({ name: 'Terminals' });
const terminal = makeParty({ name: 'Terminal 1', issuer: root });
const type = 'honnin-identification+jws';
const payload = { nonce: 'abc', method: 'face' };
const chain = [terminal.certificate.der];
const x5c = chain.map((der) => Buffer.from(der).toString('base64'));

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWS of any header, however wrong. */
function forged(header: Record<string, unknown>, key: KeyObject | null, body: unknown = payload): string {
  const input = `${encoded(header)}.${encoded(body)}`;
  const signature =
    key === null
      ? ''
      : sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return `${input}.${signature}`;
}

async function answer(
  jws: string,
  options: Partial<Parameters<typeof openStatement>[1]> = {},
): Promise<string> {
  const { status, reasons } = await openStatement(jws, {
    type,
    anchors: [root.certificate],
    at: now,
    ...options,
  });
  for (const { code } of reasons) expect(Object.keys(pkiFailures)).toContain(code);
  return [status, reasons[0]?.code].filter(Boolean).join(' ');
}

const good = () => signStatement({ payload, type, privateKey: terminal.key, chain });

describe('openStatement', () => {
  it('opens what signStatement signed, and says who signed it', async () => {
    const outcome = await openStatement(await good(), { type, anchors: [root.certificate], at: now });
    expect(outcome).toMatchObject({ status: 'verified', value: { payload } });
    if (outcome.status === 'verified')
      expect(outcome.value.chain.certificate.fingerprint).toBe(terminal.certificate.fingerprint);
  });

  it('opens a statement over an intermediate that it carries', async () => {
    const middle = makeAuthority({ name: 'Region', issuer: root });
    const below = makeParty({ name: 'Terminal 2', issuer: middle });
    const certificates = [below.certificate.der, middle.certificate.der];
    const jws = await signStatement({ payload, type, privateKey: below.key, chain: certificates });
    expect(await answer(jws)).toBe('verified');
  });

  it('rejects alg none', async () => {
    expect(await answer(forged({ alg: 'none', typ: type, x5c }, null))).toBe(
      'rejected statement-algorithm-not-allowed',
    );
  });

  it('rejects HS256 keyed with the public key', async () => {
    const input = `${encoded({ alg: 'HS256', typ: type, x5c })}.${encoded(payload)}`;
    const secret = terminal.certificate.publicKey.export({ format: 'pem', type: 'spki' });
    const mac = createHmac('sha256', secret).update(input).digest('base64url');
    expect(await answer(`${input}.${mac}`)).toBe('rejected statement-algorithm-not-allowed');
  });

  it('rejects a JWS signed by a terminal key without certificate', async () => {
    expect(await answer(forged({ alg: 'ES256', typ: type }, terminal.key))).toBe(
      'rejected statement-without-certificate',
    );
    const jwk = terminal.certificate.publicKey.export({ format: 'jwk' });
    expect(await answer(forged({ alg: 'ES256', typ: type, jwk }, terminal.key))).toBe(
      'rejected statement-without-certificate',
    );
  });

  it('rejects a header with anything else in it', async () => {
    for (const more of [{ jku: 'https://example.org' }, { crit: ['b64'], b64: false }, { kid: '1' }])
      expect(await answer(forged({ alg: 'ES256', typ: type, x5c, ...more }, terminal.key))).toBe(
        'rejected statement-malformed',
      );
  });

  it('rejects a tampered payload', async () => {
    const [header, , signature] = (await good()).split('.');
    expect(await answer(`${header}.${encoded({ ...payload, method: 'staff' })}.${signature}`)).toBe(
      'rejected statement-signature-invalid',
    );
  });

  it('rejects a statement of another type', async () => {
    const jws = await signStatement({ payload, type: 'other+jws', privateKey: terminal.key, chain });
    expect(await answer(jws)).toBe('rejected statement-type-wrong');
  });

  it('rejects a stolen certificate over another key', async () => {
    const jws = await signStatement({ payload, type, privateKey: ecKey(), chain });
    expect(await answer(jws)).toBe('rejected statement-signature-invalid');
  });

  it('rejects a terminal of another authority with the same name', async () => {
    const impostor = makeParty({ name: 'Terminal 1', issuer: makeAuthority({ name: 'Terminals' }) });
    const jws = await signStatement({
      payload,
      type,
      privateKey: impostor.key,
      chain: [impostor.certificate.der],
    });
    expect(await answer(jws)).toBe('rejected certificate-signature-invalid');
  });

  it('rejects a holder’s RSA certificate and an expired terminal', async () => {
    const card = makeParty({ name: 'Card', issuer: root, key: rsaKey() });
    const header = { alg: 'ES256', typ: type, x5c: [Buffer.from(card.certificate.der).toString('base64')] };
    expect(await answer(forged(header, terminal.key))).toBe('rejected statement-algorithm-not-allowed');
    expect(await answer(await good(), { at: later(400) })).toBe('rejected certificate-expired');
  });

  it('rejects a revoked terminal, and cannot tell where its status is unknown', async () => {
    const status = (kind: 'revoked' | 'unknown') => ({
      statusOf: async () =>
        kind === 'revoked'
          ? ({ kind, at: later(-1), reason: 'key-compromise' } as const)
          : ({ kind, reason: { code: 'revocation-list-unavailable' } } as const),
    });
    expect(await answer(await good(), { revocation: status('revoked') })).toBe(
      'rejected certificate-revoked',
    );
    expect(await answer(await good(), { revocation: status('unknown') })).toBe(
      'undetermined revocation-unknown',
    );
  });

  it('rejects what is no statement at all', async () => {
    const many = { alg: 'ES256', typ: type, x5c: Array.from({ length: 6 }, () => x5c[0]) };
    const samples = [
      '',
      '.',
      'a.b.c',
      'a.b.c.d',
      `${await good()}.x`,
      forged(many, terminal.key),
      'x'.repeat(200_000),
    ];
    for (const jws of samples) expect(await answer(jws)).toBe('rejected statement-malformed');
    const list = forged({ alg: 'ES256', typ: type, x5c }, terminal.key, [1]);
    expect(await answer(list)).toBe('rejected statement-malformed');
    const junk = forged({ alg: 'ES256', typ: type, x5c: ['AAAA'] }, terminal.key);
    expect(await answer(junk)).toBe('rejected certificate-malformed');
  });

  it('throws for a signing key that is not P-256', async () => {
    await expect(signStatement({ payload, type, privateKey: ecKey('P-384'), chain })).rejects.toThrow();
  });
});
