import { execFile, spawn, spawnSync } from 'node:child_process';
import { verify, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  createOtherCard,
  createVirtualCard,
  type PrivatePcscd,
  startPrivatePcscd,
} from '@honnin/card-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { photoOnFile, putCardOnFile } from '../../test/card-on-file.ts';

const bin = fileURLToPath(new URL('../../bin/honnin.mjs', import.meta.url));
let folder: string;
let onFile: Awaited<ReturnType<typeof putCardOnFile>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-'));
  onFile = await putCardOnFile(folder);
});

beforeEach(() => onFile.writeAnew());

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `honnin card …` as a person's shell would, with standard input closed unless something is typed into it. */
async function card(
  words: readonly string[],
  options: { readonly input?: string; readonly environment?: Record<string, string> } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [bin, 'card', ...words], {
    env: { ...process.env, HONNIN_DATA: onFile.data, ...options.environment },
  });
  child.stdin.end(options.input ?? '');
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

/** The last line of the answer, which `--json` promises to be an object. */
const last = ({ out }: Run): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

/** The card's file instead of a reader. */
const ofFile = () => ['--card', onFile.card, '--json'];

describe('honnin card', () => {
  it('read gives attributes, photo file, proof, and what is to be thought of each', async () => {
    const photo = path.join(folder, 'photo.jp2');
    const run = await card(['read', ...ofFile(), '--photo', photo]);
    expect(run.code).toBe(0);
    const { holder } = onFile;
    expect(last(run)).toMatchObject({
      status: 'verified',
      document: 'my-number-card',
      attributes: {
        name: holder.name,
        address: holder.address,
        birthDate: holder.birthDate,
        sex: holder.sex,
        trust: { status: 'verified' },
      },
      photo: { format: 'jp2', bytes: photoOnFile.length },
      photoFile: photo,
      proof: { kind: 'card-session', trust: { status: 'verified' } },
      certificate: { trust: { status: 'verified', reasons: [{ code: 'revocation-unknown' }] } },
      pinTriesLeft: 3,
    });
    expect(Buffer.compare(await readFile(photo), photoOnFile)).toBe(0);
  });

  it('read cannot tell without anchors, and says so', async () => {
    const environment = { HONNIN_DATA: path.join(folder, 'nothing-here') };
    expect(last(await card(['read', ...ofFile()], { environment }))).toMatchObject({
      status: 'undetermined',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'anchors-missing' })]),
    });
  });

  it('read takes the matching number from the environment or standard input, and counts a wrong one', async () => {
    const wrong = await card(['read', ...ofFile(), '--stdin'], { input: '55021720350000\n' });
    expect(wrong.code).toBe(1);
    expect(last(wrong)).toEqual({
      status: 'failed',
      reasons: [{ code: 'matching-number-wrong', detail: '9 tries left' }],
    });
    expect(wrong.err).toContain('C311');
    const environment = { HONNIN_CARD_NUMBER: '55021720352285' };
    expect(last(await card(['read', ...ofFile()], { environment }))).toMatchObject({ status: 'verified' });
  });

  it('attributes come by matching number or PIN, encrypted where that is wished', async () => {
    expect(last(await card(['attributes', ...ofFile(), '--secure-messaging']))).toMatchObject({
      status: 'verified',
      attributes: { name: onFile.holder.name },
    });
    const environment = { HONNIN_CARD_SECRET: '1234' };
    expect(last(await card(['attributes', ...ofFile(), '--pin'], { environment }))).toMatchObject({
      status: 'verified',
    });
  });

  it('photo writes the photo, and says whose it is', async () => {
    const out = path.join(folder, 'only-photo.jp2');
    expect(last(await card(['photo', ...ofFile(), '--out', out]))).toMatchObject({
      status: 'verified',
      photoFile: out,
    });
    expect(Buffer.compare(await readFile(out), photoOnFile)).toBe(0);
  });

  it('certificates are listed with their trust, and written as others read them', async () => {
    const out = path.join(folder, 'certificates');
    const run = await card(['certificates', ...ofFile(), '--out', out, '--signature', '--stdin'], {
      input: 'abc123\n',
    });
    const { certificates } = last(run) as { certificates: { name: string; trust: { status: string } }[] };
    expect(certificates.map(({ name, trust }) => `${name} ${trust.status}`)).toEqual([
      'authentication verified',
      'authentication-authority verified',
      'signature-authority verified',
      'signature verified',
    ]);
    const pem = new X509Certificate(await readFile(path.join(out, 'authentication.pem')));
    expect(pem.verify(onFile.authority.anchors.authentication.publicKey)).toBe(true);
  });

  it('sign makes what openssl verifies, with both keys and both paddings', async () => {
    const [file, out] = [path.join(folder, 'letter.txt'), path.join(folder, 'letter.sig')];
    await writeFile(file, 'a letter');
    const certificates = path.join(folder, 'certificates');
    await card(['certificates', ...ofFile(), '--out', certificates, '--signature', '--stdin'], {
      input: 'ABC123\n',
    });
    for (const [key, secret] of [
      ['authentication', '1234'],
      ['signature', 'ABC123'],
    ] as const) {
      const pem = new X509Certificate(await readFile(path.join(certificates, `${key}.pem`)));
      const publicKey = path.join(folder, 'key.pem');
      await writeFile(publicKey, pem.publicKey.export({ type: 'spki', format: 'pem' }));
      for (const padding of ['pkcs1', 'pss']) {
        const environment = { HONNIN_CARD_SECRET: secret };
        const words = ['sign', ...ofFile(), '--in', file, '--out', out, '--key', key, '--padding', padding];
        expect((await card(words, { environment })).code).toBe(0);
        const pss = padding === 'pss' ? ['-sigopt', 'rsa_padding_mode:pss'] : [];
        const { stdout } = await promisify(execFile)('openssl', [
          ...['dgst', '-sha256', ...pss, '-verify', publicKey, '-signature', out, file],
        ]);
        expect(stdout).toContain('Verified OK');
      }
    }
  });

  it('a wrong PIN is spent in the file too; the last try is kept until the person says so; then it is locked', async () => {
    const sign = (...more: string[]) =>
      card(['sign', ...ofFile(), '--in', bin, '--stdin', ...more], { input: '9999\n' });
    expect(last(await sign())).toMatchObject({ reasons: [{ code: 'pin-wrong', detail: 'tries left: 2' }] });
    expect(last(await sign())).toMatchObject({ reasons: [{ code: 'pin-wrong', detail: 'tries left: 1' }] });
    expect(last(await sign())).toMatchObject({ reasons: [{ code: 'pin-last-try' }] });
    expect(last(await card(['pin', 'status', ...ofFile()]))).toMatchObject({
      triesLeft: { 'authentication-pin': 1, 'signature-password': 5, 'matching-number-b': 10 },
    });
    expect(last(await sign('--spend-last-try'))).toMatchObject({ reasons: [{ code: 'pin-locked' }] });
    expect((await card(['pin', 'status', '--card', onFile.card])).out).toContain(
      'authentication-pin: locked',
    );
  });

  it('pin change sets a new one, which holds from then on', async () => {
    const input = '1234\r\n4321\n';
    expect(last(await card(['pin', 'change', ...ofFile(), '--stdin'], { input }))).toEqual({
      status: 'done',
      changed: 'authentication-pin',
    });
    const environment = { HONNIN_CARD_SECRET: '4321' };
    expect((await card(['sign', ...ofFile(), '--in', bin], { environment })).code).toBe(0);
  });

  it('asks for a PIN at a terminal without showing it, and takes none where nobody can be asked', async (ctx) => {
    const run = await card(['sign', ...ofFile(), '--in', bin]);
    expect(last(run)).toMatchObject({ reasons: [{ code: 'secret-not-given' }] });
    if (spawnSync('script', ['--version']).status !== 0) ctx.skip('script (bsdutils) is not installed');
    // `script` gives the command a terminal of its own and writes down everything that is shown there.
    const words = [process.execPath, bin, 'card', 'sign', '--card', onFile.card, '--in', bin, '--json'];
    const shown = path.join(folder, 'shown');
    const child = spawn('script', ['-q', '-e', '-c', words.join(' '), shown], {
      env: { ...process.env, HONNIN_DATA: onFile.data },
    });
    let seen = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      const asked = seen.includes('tries left)');
      seen += part;
      if (!asked && seen.includes('tries left)')) child.stdin.write('129\u007f34\r');
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(seen).toContain('Authentication PIN (4 digits, 3 tries left)');
    expect(seen).not.toContain('1234');
    expect(seen).not.toContain('129');
    expect(code).toBe(0);
    const { signature } = JSON.parse(seen.slice(seen.indexOf('{"status"')).trim()) as { signature: string };
    const certificate = onFile.record.applications
      .find(({ name }) => name === 'jpki')
      ?.files.find(({ id }) => id === '000A');
    const { publicKey } = new X509Certificate(Buffer.from(certificate?.content ?? '', 'base64'));
    expect(verify('sha256', await readFile(bin), publicKey, Buffer.from(signature, 'base64'))).toBe(true);
  });

  it('says what is wrong with a file, a persona, a number, and an argument that is no secret’s place', async () => {
    const code = async (...words: string[]) =>
      (last(await card([...words, '--json'])) as { reasons: { code: string }[] }).reasons[0]?.code;
    expect(await code('read', '--card', path.join(folder, 'none.json'))).toBe('file-unreadable');
    expect(await code('read', '--card', bin)).toBe('card-record-malformed');
    expect(await code('read', '--card', onFile.card, '--birth', '1980-02-17')).toBe(
      'matching-number-incomplete',
    );
    const refused = await card(['sign', '--pin', '1234', '--in', bin]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("unknown option '--pin'");
  });
});

describe('honnin card, at readers', () => {
  let pcscd: PrivatePcscd | null = null;
  let why = '';
  const environment = () => ({ PCSCLITE_CSOCK_NAME: pcscd?.socketName ?? '' });
  const codeOf = (run: Run) => (last(run) as { reasons?: { code: string }[] }).reasons?.[0]?.code;

  beforeAll(async () => {
    const started = await startPrivatePcscd({ directory: await mkdtemp(path.join(tmpdir(), 'honnin-')) });
    if (started.status === 'done') pcscd = started.value;
    else why = `${started.reason.code}: ${started.reason.detail ?? ''}`;
  });

  afterAll(() => pcscd?.[Symbol.asyncDispose]());

  it('tells no service, no card, another card, and two cards apart', async (ctx) => {
    if (pcscd === null) return ctx.skip(why);
    const nowhere = { PCSCLITE_CSOCK_NAME: path.join(folder, 'no.socket') };
    expect(codeOf(await card(['read', '--json'], { environment: nowhere }))).toBe('reader-service-down');
    const read = (...words: string[]) => card(['read', '--json', ...words], { environment: environment() });
    expect(codeOf(await read())).toBe('card-absent');
    expect(codeOf(await read('--reader', 'No such'))).toBe('reader-missing');
    expect(last(await card(['list', '--json'], { environment: environment() }))).toEqual({
      readers: pcscd.readerNames.map((readerName) => ({ readerName, card: 'absent' })),
    });
    const [first, second] = pcscd.readerNames;
    await pcscd.insert(createOtherCard('driving-licence'), first);
    const other = await read();
    expect(other.code).toBe(1);
    expect(codeOf(other)).not.toBe('card-answered-error');
    expect(other.err).toMatch(/\(C\d{3}\)/);
    await pcscd.insert(createVirtualCard(onFile.record), second);
    expect(codeOf(await read())).toBe('card-several');
    expect(last(await read('--reader', second))).toMatchObject({ document: 'my-number-card' });
    await pcscd.remove(first);
    await pcscd.remove(second);
  });

  it('gives up on a card that never answers, says so, and ends', async (ctx) => {
    if (pcscd === null) return ctx.skip(why);
    const silent = { ...createVirtualCard(onFile.record), transmit: () => new Promise<Uint8Array>(() => {}) };
    await pcscd.insert(silent);
    const run = await card(['read', '--json'], { environment: environment() });
    expect(run.code).toBe(1);
    expect(codeOf(run)).toBe('card-not-answering');
    await pcscd.remove();
  });
});
