import { constants, createCipheriv, createDecipheriv, createPublicKey, publicEncrypt } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ascii, createTestCardIssuer, hex, type TestCardIssuer, toHex } from '../../test/test-card-issuer.ts';
import type { IssuedCard } from '../issuing/issue-test-card.ts';
import { createVirtualCard, type VirtualCard } from './virtual-card.ts';

const TEXT_INPUT = '00A4040C0AD3921000310001010408';
const CARD_FACE = '00A4040C0AD3921000310001010402';
const seed = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
const key = seed.subarray(0, 16);

let issuer: TestCardIssuer;
let issued: IssuedCard;
let card: VirtualCard;

beforeAll(async () => {
  issuer = await createTestCardIssuer();
  issued = await issuer.issue();
}, 60_000);

beforeEach(() => {
  card = createVirtualCard(issued.record);
});

async function send(command: string): Promise<string> {
  return toHex(await card.transmit(hex(command)));
}

const sw = async (command: string) => (await send(command)).slice(-4);

/** SET SESSION KEY with what the delivery key opens. */
function setSessionKey(content: Uint8Array): string {
  const block = publicEncrypt(
    {
      key: createPublicKey(issuer.keys.textInputSession),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
    },
    content,
  );
  return `80AE0000000100${toHex(block)}`;
}

const delivery = (content = Uint8Array.of(0xa0, 0x22, 0x80, 0x20, ...seed)) => setSessionKey(content);

function vector(command: number): Uint8Array {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return cipher.update(Uint8Array.of(...new Array(15).fill(0), command));
}

/** Object 86 of the Nth command, after the reference: 01, then AES-CBC of the data with 80 00 … behind it. */
function encrypted(command: number, data: Uint8Array): string {
  const cipher = createCipheriv('aes-128-cbc', key, vector(command)).setAutoPadding(false);
  const rest = new Uint8Array(16 - (data.length % 16));
  rest[0] = 0x80;
  const text = toHex(cipher.update(Buffer.concat([data, rest])));
  return `86${(text.length / 2 + 1).toString(16).padStart(2, '0')}01${text}`;
}

function decrypted(command: number, ciphertext: string): string {
  const decipher = createDecipheriv('aes-128-cbc', key, vector(command)).setAutoPadding(false);
  return toHex(decipher.update(hex(ciphertext)));
}

async function openSession(): Promise<void> {
  expect(await sw(TEXT_INPUT)).toBe('9000');
  expect(await sw('00A4020C020011')).toBe('9000');
  expect(await sw(`0020008004${toHex(ascii('5678'))}`)).toBe('9000');
  expect(await sw(delivery())).toBe('9000');
}

describe('secure messaging of the text-input application', () => {
  it('reads a file in an object 86 under the session key, with the vector of that command', async () => {
    await openSession();
    expect(await send(`08A4020C 13 ${encrypted(1, hex('0004'))}`)).toBe('9000');
    const answer = await send('08B00000 05 9603000007 00');
    expect(answer).toMatch(/^861101[0-9A-F]{32}9000$/);
    expect(decrypted(2, answer.slice(6, -4))).toBe('7F218202335F4E800000000000000000');
    const long = await send('08B00007 05 9603000100 00');
    // 256 bytes and a block of padding, the indicator before them: 273 bytes, in the long form of length.
    expect(long).toMatch(/^8682011101[0-9A-F]{544}9000$/);
  });

  it('takes a secret that nobody can overhear, and counts the wrong ones', async () => {
    await openSession();
    expect(await send(`08200091 13 ${encrypted(1, ascii('9999'))}`)).toBe('63C2');
    expect(await send(`08200091 13 ${encrypted(2, ascii('5678'))}`)).toBe('9000');
  });

  it('counts refused commands too', async () => {
    await openSession();
    expect(await send('08B00000 05 9603000010 00')).toBe('6981');
    expect(await send(`08A4020C 13 ${encrypted(2, hex('0005'))}`)).toBe('9000');
  });

  it('a command said again (replay) destroys the session', async () => {
    await openSession();
    const select = `08A4020C 13 ${encrypted(1, hex('0004'))}`;
    expect(await send(select)).toBe('9000');
    expect(await send(select)).toBe('6988');
    expect(await send('08B00000 05 9603000010 00')).toBe('69FC');
  });

  it('objects that cannot be read destroy it: unknown, cut off, wrongly padded, of no whole blocks', async () => {
    const blocks = '00'.repeat(16);
    const wrongs = [
      '8702FFFF',
      '861101',
      `861201${blocks}00`,
      '96020010',
      `861102${blocks}`,
      `861101${blocks}`,
    ];
    for (const bytes of wrongs) {
      await openSession();
      const lc = (bytes.length / 2).toString(16).padStart(2, '0');
      expect(await sw(`08200091 ${lc} ${bytes}`)).toBe('6988');
      expect(await sw('08B00000 05 9603000010 00')).toBe('69FC');
    }
  });

  it('ends with the application, with power, and with a MAC that is not offered', async () => {
    await openSession();
    expect(await sw('0CB00000 05 9603000010 00')).toBe('6987');
    expect(await sw(TEXT_INPUT)).toBe('9000');
    expect(await sw('08B00000 05 9603000010 00')).toBe('69FC');
    await openSession();
    card.reset();
    expect(await sw(TEXT_INPUT)).toBe('9000');
    expect(await sw('08B00000 05 9603000010 00')).toBe('69FC');
  });

  it('takes a session key only here, only after a secret, and only in its form', async () => {
    expect(await sw(`${CARD_FACE}`)).toBe('9000');
    expect(await sw(delivery())).toBe('66F1');
    expect(await sw(TEXT_INPUT)).toBe('9000');
    expect(await sw(delivery())).toBe('6982');
    await openSession();
    expect(await sw('80AE0000 03 010203')).toBe('6700');
    expect(await sw(`80AE0000 000100 ${'00'.repeat(256)}`)).toBe('6F00');
    expect(await sw(setSessionKey(seed))).toBe('6A80');
    expect(await sw('08B00000 05 9603000010 00')).toBe('69FC');
  });
});
