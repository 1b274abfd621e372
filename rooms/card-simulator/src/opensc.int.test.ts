import { execFile } from 'node:child_process';
import { verify, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openMyNumberCard, openPcscReaders } from '@honnin/card';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { privatePcscdForTests } from '../test/private-pcscd-for-tests.ts';
import { createTestCardIssuer, type TestCardIssuer } from '../test/test-card-issuer.ts';
import { createVirtualCard } from './card/virtual-card.ts';
import type { PrivatePcscd } from './connecting/start-private-pcscd.ts';
import type { IssuedCard } from './issuing/issue-test-card.ts';

/** Where Debian and others put OpenSC's PKCS #11 module. */
const module = [
  ...['x86_64-linux-gnu/', 'aarch64-linux-gnu/', 'arm-linux-gnueabihf/', ''].map(
    (triplet) => `/usr/lib/${triplet}opensc-pkcs11.so`,
  ),
  '/usr/lib64/opensc-pkcs11.so',
].find((file) => existsSync(file));

let issuer: TestCardIssuer;
let issued: IssuedCard;
let pcscd: PrivatePcscd;
let end: () => Promise<void>;
let folder: string;
let skip: string | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'honnin-'));
  const started = await privatePcscdForTests();
  if ('skip' in started) skip = started.skip;
  else ({ pcscd, end } = started);
  if (module === undefined) skip ??= 'OpenSC is not installed: apt-get install opensc opensc-pkcs11';
  issuer = await createTestCardIssuer();
  issued = await issuer.issue();
});

beforeEach(async (ctx) => {
  if (skip !== null) ctx.skip(skip);
  const inserted = await pcscd.insert(createVirtualCard(issued.record));
  if (inserted.status === 'failed') throw new Error(inserted.reason.code);
});

afterEach(async () => {
  if (skip === null) await pcscd.remove();
});

afterAll(async () => {
  await end?.();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a tool of OpenSC against the card; a failed run gives its output too. */
async function tool(name: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, PCSCLITE_CSOCK_NAME: pcscd.socketName, LANG: 'C' };
  const ran = promisify(execFile)(name, args, { env, timeout: 20_000 });
  return ran.then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stdout?: string; stderr?: string; message: string }) =>
      `FAILED ${error.message} ${error.stdout ?? ''}${error.stderr ?? ''}`,
  );
}

const pkcs11 = (...args: readonly string[]) => tool('pkcs11-tool', '--module', module ?? '', ...args);

/** Signs a file by PKCS #11 and gives the signature, or what the tool said. */
async function sign(
  slot: number,
  pin: string,
  mechanism: string,
): Promise<{ said: string; signature: Buffer }> {
  const [input, output] = [join(folder, 'message'), join(folder, 'signature')];
  await writeFile(input, 'message to sign');
  await rm(output, { force: true });
  const said = await pkcs11(
    ...['--slot-index', String(slot), '--login', '--pin', pin],
    ...['--sign', '--mechanism', mechanism, '-i', input, '-o', output],
  );
  return { said, signature: await readFile(output).catch(() => Buffer.alloc(0)) };
}

describe('OpenSC, as a second opinion on the simulated card', () => {
  it('knows the card as a JPKI card', async () => {
    expect(await tool('opensc-tool', '--name')).toContain('jpki');
    expect(await tool('opensc-tool', '--atr')).toContain('3b:e0:00:ff:81:31:fe:45:14');
  });

  it('knows it by its applications too, when the ATR tells nothing', async () => {
    await pcscd.remove();
    const card = createVirtualCard(issued.record);
    // What contactless readers make up for a card without historical bytes (PC/SC part 3, 3.1.3.2.3).
    await pcscd.insert({ ...card, atr: Uint8Array.of(0x3b, 0x80, 0x80, 0x01, 0x01) });
    expect(await tool('opensc-tool', '--name')).toContain('jpki');
  });

  it('lists the certificates and the PINs with their counters', async () => {
    const certificates = await tool('pkcs15-tool', '--list-certificates');
    for (const name of ['User Authentication Certificate', 'Digital Signature Certificate']) {
      expect(certificates).toContain(`[${name}]`);
      expect(certificates).toContain(`[${name} CA]`);
    }
    const pins = await tool('pkcs15-tool', '--list-pins');
    expect(pins).toMatch(/User Authentication PIN[\s\S]*Tries left\s+: 3[\s\S]*Tries left\s+: 5/);
  });

  it('reads the authentication certificate and its authority without a PIN', async () => {
    const own = new X509Certificate(await tool('pkcs15-tool', '--read-certificate', '1'));
    expect(Buffer.compare(own.raw, issued.authenticationCertificate)).toBe(0);
    const authority = new X509Certificate(await tool('pkcs15-tool', '--read-certificate', '3'));
    expect(own.verify(authority.publicKey)).toBe(true);
  });

  it('signs with both keys, and the signatures hold', async () => {
    for (const [slot, pin, key] of [
      [0, '1234', issuer.keys.authentication],
      [1, 'ABC123', issuer.keys.signature],
    ] as const) {
      const { said, signature } = await sign(slot, pin, 'SHA256-RSA-PKCS');
      expect(said).not.toContain('FAILED');
      expect(verify('sha256', Buffer.from('message to sign'), key, signature)).toBe(true);
    }
  });

  it('locks the PIN at the third wrong one, and the right one does not open it again', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await sign(0, '9999', 'SHA256-RSA-PKCS')).said).toContain('CKR_PIN_INCORRECT');
    }
    const { said, signature } = await sign(0, '1234', 'SHA256-RSA-PKCS');
    expect(said).toContain('FAILED');
    expect(signature).toHaveLength(0);
    expect(await pkcs11('--list-slots')).toContain('user PIN locked');
    expect(await tool('pkcs15-tool', '--list-pins')).toContain('Tries left     : 0');
  });

  it('no second program slips into a session that is open, nor finds the PIN presented after it (hijacking)', async () => {
    const opened = await openPcscReaders({ socketName: pcscd.socketName });
    if (opened.status === 'failed') throw new Error(opened.reason.code);
    await using readers = opened.value;
    const connected = await readers.connect(pcscd.readerNames[0]);
    if (connected.status === 'failed') throw new Error(connected.reason.code);
    // SELECT JPKI, SELECT 0017, and a signature: refused with 6982 unless the PIN counts as presented.
    const steal = [
      ...['-s', '00A4040C0AD392F000260100000001', '-s', '00A4020C020017'],
      ...['-s', `802A008033${'3031300D060960864801650304020105000420'}${'11'.repeat(32)}00`],
    ];
    {
      await using connection = connected.value;
      const card = await openMyNumberCard(connection);
      if (card.status === 'failed') throw new Error(card.reason.code);
      expect(await card.value.verifyAuthenticationPin(Buffer.from('1234'))).toMatchObject({
        value: { kind: 'accepted' },
      });
      expect(await tool('opensc-tool', ...steal)).toMatch(
        /FAILED[\s\S]*(exclusive|in use|sharing|Failed to connect)/i,
      );
      expect((await card.value.signForAuthentication(new Uint8Array(32))).status).toBe('done');
    }
    expect(await tool('opensc-tool', ...steal)).toContain('SW1=0x69, SW2=0x82');
  });
});
