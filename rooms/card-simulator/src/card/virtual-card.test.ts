import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ascii,
  createTestCardIssuer,
  hex,
  type TestCardIssuer,
  testMatchingNumberB,
  toHex,
  without,
} from '../../test/test-card-issuer.ts';
import { airTimeMs } from '../connecting/air-time.ts';
import type { IssuedCard } from '../issuing/issue-test-card.ts';
import { parseCardRecord } from '../issuing/parse-card-record.ts';
import { createVirtualCard, type VirtualCard } from './virtual-card.ts';

const JPKI = '00A4040C0AD392F000260100000001';
const CARD_FACE = '00A4040C0AD3921000310001010402';
const TEXT_INPUT = '00A4040C0AD3921000310001010408';
const COMMON = '00A4040C0AD3921000310001010100';
const ISD = '00A4040C07A0000001510000';
const EXTENSION = '00A4040C08F0484F4E4E494E01';

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

/** Sends commands one after the other; the status word of the last. */
async function sw(...commands: readonly string[]): Promise<string> {
  return toHex(await last(commands)).slice(-4);
}

/** Sends commands and returns the data of the last, which must end in 9000. */
async function data(...commands: readonly string[]): Promise<Uint8Array> {
  const response = await last(commands);
  expect(toHex(response).slice(-4)).toBe('9000');
  return response.subarray(0, -2);
}

async function last(commands: readonly string[]): Promise<Uint8Array> {
  let response: Uint8Array = new Uint8Array();
  for (const command of commands) response = await card.transmit(hex(command));
  return response;
}

const pin = (digits: string) => `00200080${lc(digits.length)}${toHex(ascii(digits))}`;
const lc = (length: number) => length.toString(16).padStart(2, '0');

describe('selecting', () => {
  it('finds every application by its whole name, and nothing else', async () => {
    for (const select of [JPKI, CARD_FACE, TEXT_INPUT, COMMON, ISD, EXTENSION]) {
      expect(await sw(select)).toBe('9000');
    }
    expect(await sw('00A4040C0AD392F000260100000002')).toBe('6A82');
    expect(await sw('00A4040C05D392F00026')).toBe('6A82');
  });

  it('answers 6A82 to the probes of other cards’ drivers', async () => {
    expect(await sw('00A4040007627601FF000000')).toBe('6A82');
    expect(await sw('00CB3FFF035C017E08')).toBe('6D00');
  });

  it('is as unreliable about the MF as the card', async () => {
    expect(await sw('00A40000')).toBe('6A86');
    expect(await sw('00A40000023F00')).toBe('6A82');
    expect(await sw(JPKI, '00A40000')).toBe('9000');
    expect(await sw('00A4020C020006')).toBe('9000');
  });

  it('offers the verifier extension only on cards that were issued with it', async () => {
    const plain = await issuer.issue({}, { verifierExtension: 'absent' });
    card = createVirtualCard(plain.record);
    expect(await sw(EXTENSION)).toBe('6A82');
  });
});

describe('reading', () => {
  it('gives the authentication certificate without a secret, in short, extended and SFI reads', async () => {
    const der = issued.authenticationCertificate;
    const head = await data(JPKI, '00A4020C02000A', '00B0000004');
    expect(toHex(head)).toBe(toHex(der.subarray(0, 4)));
    expect(toHex(await data('00B0010000'))).toBe(toHex(der.subarray(256, 512)));
    const whole = await data(JPKI, '00B08A00000000');
    expect(toHex(whole.subarray(0, der.length))).toBe(toHex(der));
    expect(whole.subarray(der.length).every((byte) => byte === 0xff)).toBe(true);
    expect(new X509Certificate(whole.subarray(0, der.length)).verify(authority())).toBe(true);
  });

  it('gives what is left at the end of a file, and 6B00 past it', async () => {
    expect(await data(JPKI, '00A4020C020006', '00B000A000'.replace('A0', '90'))).toHaveLength(16);
    expect(await sw('00B000A000')).toBe('6B00');
    expect(await sw('00B07FFF00')).toBe('6B00');
  });

  it('refuses without a file, on a key, on records, without Le, and without the secret', async () => {
    expect(await sw(JPKI, '00B0000000')).toBe('6986');
    expect(await sw('00A4020C020018', '00B0000000')).toBe('6981');
    expect(await sw('00A4020C020006', '00B00000')).toBe('6700');
    expect(await sw('00A4020C020001', '00B0000000')).toBe('6982');
    expect(await sw('00B0E10000')).toBe('6A86');
    expect(await sw('00B0830000')).toBe('6A82');
    expect(await sw(COMMON, '00A4020C020001', '00B0000000')).toBe('6981');
  });

  it('gives the common record by current file and by short identifier', async () => {
    const record = await data(COMMON, '00A4020C020001', '00B2010400');
    expect(toHex(record.subarray(0, 2))).toBe('011C');
    expect(Buffer.from(record).toString('latin1', 2)).toMatch(/^\d{15}1399920350217$/);
    expect(toHex(await data(COMMON, '00B2010C00'))).toBe(toHex(record));
    expect(await sw('00B2020C00')).toBe('6A83');
  });

  it('gives data objects at the power-on level only, and 6700 when Le is too small', async () => {
    expect(Buffer.from(await data('00CA00F000')).toString()).toBe('13999');
    expect(await sw('00CA00F003')).toBe('6700');
    expect(await sw('00CA123400')).toBe('6A88');
    expect(await sw(JPKI, '00CA00F000')).toBe('6A88');
  });
});

describe('secrets', () => {
  const key = '00A4020C020018';

  it('count down, lock at zero, and answer the query without spending a try', async () => {
    expect(await sw(JPKI, key, '00200080')).toBe('63C3');
    expect(await sw('00200080')).toBe('63C3');
    expect(await sw(pin('0000'))).toBe('63C2');
    expect(await sw(pin('12345'))).toBe('63C1');
    expect(await sw(pin('1234'))).toBe('9000');
    expect(await sw('00200080')).toBe('63C3');
    for (const expected of ['63C2', '63C1', '63C0', '6984']) expect(await sw(pin('9999'))).toBe(expected);
    expect(await sw(pin('1234'))).toBe('6984');
    expect(await sw('00200080')).toBe('63C0');
  });

  it('stay spent when the card is pulled and laid down again, and through its JSON', async () => {
    await sw(JPKI, key, pin('0000'), pin('0000'));
    card.reset();
    expect(await sw(JPKI, key, '00200080')).toBe('63C1');
    const kept = parseCardRecord(JSON.parse(JSON.stringify(card.snapshot())));
    if (kept.status === 'failed') throw new Error(kept.reason.detail);
    card = createVirtualCard(kept.value);
    expect(await sw(JPKI, key, '00200080')).toBe('63C1');
    expect(await sw(pin('0000'), pin('1234'))).toBe('6984');
  });

  it('are forgotten by selecting an application and by reset, not by selecting a file', async () => {
    const sign = `802A029720${'11'.repeat(32)}00`;
    expect(await sw(JPKI, sign)).toBe('6982');
    expect(await sw(key, pin('1234'), '00A4020C02000A', sign)).toBe('9000');
    expect(await sw(sign)).toBe('9000');
    expect(await sw(JPKI, sign)).toBe('6982');
    await sw(key, pin('1234'));
    card.reset();
    expect(await sw(JPKI, sign)).toBe('6982');
  });

  it('a wrong PIN after a right one takes the right away', async () => {
    const sign = `802A029720${'11'.repeat(32)}00`;
    expect(await sw(JPKI, key, pin('1234'), pin('9999'), sign)).toBe('6982');
  });

  it('are named by short identifier too, and refused in wrong lengths and on wrong files', async () => {
    expect(await sw(JPKI, '00200098')).toBe('63C3');
    expect(await sw(`00200080${'11'}${'31'.repeat(17)}`)).toBe('6700');
    expect(await sw('00200097')).toBe('6981');
    expect(await sw('00200018')).toBe('6A86');
    expect(await sw(JPKI, '00200080')).toBe('6986');
  });

  it('are changed by their holder after verifying, and by nobody else', async () => {
    const change = `0024018004${toHex(ascii('4321'))}`;
    expect(await sw(JPKI, key, change)).toBe('6982');
    expect(await sw(pin('1234'), `0024018005${toHex(ascii('54321'))}`)).toBe('6700');
    expect(await sw(change)).toBe('9000');
    expect(await sw(JPKI, key, pin('1234'))).toBe('63C2');
    expect(await sw(pin('4321'))).toBe('9000');
    expect(await sw(CARD_FACE, '00A4020C020012', pin(testMatchingNumberB), change)).toBe('6985');
    expect(await sw(COMMON, '00A4020C02001C', pin('1234'), `8032008004${toHex(ascii('1111'))}`)).toBe('9000');
  });

  it('of a card without a PIN are blocked from the start', async () => {
    const holder = without(issuer.holder, 'pin', 'textInputPin', 'signaturePassword');
    const { issueTestCard } = await import('../issuing/issue-test-card.ts');
    const { authority, now, keys } = issuer;
    card = createVirtualCard((await issueTestCard({ authority, now, keys, holder })).record);
    expect(await sw(JPKI, key, '00200080')).toBe('63C0');
    expect(await sw(pin('1234'))).toBe('6984');
    expect(toHex(await data('00A4020C020008', '00B0000000'))).toBe('008F00');
    expect(await sw('00A4020C020001')).toBe('6A82');
    expect(await sw(CARD_FACE, '00A4020C020012', pin(testMatchingNumberB))).toBe('9000');
  });
});

describe('keys', () => {
  const digestInfo = '3031300D060960864801650304020105000420';

  it('sign in JPKI with the current key after the PIN, as every client does it', async () => {
    const message = Buffer.from('login');
    const digest = createHash('sha256').update(message).digest('hex');
    const sign = `802A008033${digestInfo}${digest}00`;
    expect(await sw(JPKI, '00A4020C020017', sign)).toBe('6982');
    await sw('00A4020C020018', pin('1234'), '00A4020C020017');
    const signature = await data(sign);
    expect(verify('sha256', message, createPublicKey(issuer.keys.authentication), signature)).toBe(true);
  });

  it('refuse unknown schemes, wrong lengths, files that are no keys, and applications without a key', async () => {
    await sw(JPKI, '00A4020C020018', pin('1234'));
    expect(await sw(`802A069720${'11'.repeat(32)}00`)).toBe('6A86');
    expect(await sw(`802A02971F${'11'.repeat(31)}00`)).toBe('6985');
    expect(await sw(`802A029820${'11'.repeat(32)}00`)).toBe('6981');
    expect(await sw(`802A020020${'11'.repeat(32)}00`)).toBe('6986');
    expect(await sw(`802A029720${'11'.repeat(32)}80`)).toBe('6700');
    expect(await sw(`0088009704${'11'.repeat(4)}00`)).toBe('6985');
  });

  it('the signature key stays shut to the authentication PIN', async () => {
    expect(await sw(JPKI, '00A4020C020018', pin('1234'), `802A029A20${'11'.repeat(32)}00`)).toBe('6982');
    expect(await sw('00A4020C02001B', pin('ABC123'), `802A029A20${'11'.repeat(32)}00`)).toBe('9000');
  });

  it('the card-face key proves itself without a secret', async () => {
    const signature = await data(CARD_FACE, `802A0500 04 ${'AB'.repeat(4)} 00`);
    expect(signature).toHaveLength(256);
  });

  it('the common key answers INTERNAL AUTHENTICATE', async () => {
    const signature = await data(COMMON, `0088009908${'5A'.repeat(8)}00`);
    const challenge = new Uint8Array(8).fill(0x5a);
    expect(verify('sha256', challenge, createPublicKey(issuer.keys.common), signature)).toBe(true);
  });

  it('the verifier extension, ours and not the real card’s, signs without a PIN', async () => {
    const message = Buffer.from('visit');
    const digest = createHash('sha256').update(message).digest('hex');
    const signature = await data(EXTENSION, `802A020020${digest}00`);
    expect(verify('sha256', message, createPublicKey(issuer.keys.authentication), signature)).toBe(true);
  });
});

describe('other commands', () => {
  it('GET CHALLENGE gives as many random bytes as asked for, to 256', async () => {
    expect(await data('0084000008')).toHaveLength(8);
    expect(await data('0084000000')).toHaveLength(256);
    expect(await sw('00840000000101')).toBe('6985');
    expect(toHex(await data('0084000008'))).not.toBe(toHex(await data('0084000008')));
  });

  it('secure messaging is refused as a card refuses what it cannot use', async () => {
    expect(await sw(CARD_FACE, '80AE00000101')).toBe('66F1');
    expect(await sw(TEXT_INPUT, '80AE00000101')).toBe('6982');
    expect(await sw('08B0810000')).toBe('69FC');
    expect(await sw('0CB0810000')).toBe('6987');
  });

  it('unknown instructions and classes are named as such', async () => {
    expect(await sw('00FF0000')).toBe('6D00');
    expect(await sw('90AA0000')).toBe('6E00');
    expect(await sw('00')).toBe('6700');
  });

  it('any bytes, in any order, get at least a status word and never crash the card', async () => {
    const selects = [JPKI, CARD_FACE, TEXT_INPUT, COMMON, ISD, EXTENSION].map(hex);
    const ins = fc.constantFrom(0x20, 0x24, 0x2a, 0x32, 0x84, 0x88, 0xa4, 0xae, 0xb0, 0xb2, 0xca, 0xcb);
    const byte = fc.integer({ min: 0, max: 255 });
    const nearly = fc
      .tuple(
        fc.constantFrom(0x00, 0x80, 0x08, 0x0c),
        ins,
        fc.oneof(fc.constantFrom(0, 1, 2, 4), byte),
        fc.oneof(fc.constantFrom(0, 0x0c, 0x80, 0x97, 0x99), byte),
        fc.uint8Array({ maxLength: 300 }),
      )
      .map(([cla, code, p1, p2, rest]) => Uint8Array.from([cla, code, p1, p2, ...rest]));
    const command = fc.oneof(fc.uint8Array({ maxLength: 600 }), nearly, fc.constantFrom(...selects));
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 20 }), async (commands) => {
        for (const bytes of commands) {
          const response = await card.transmit(bytes);
          expect(response.length).toBeGreaterThanOrEqual(2);
          expect((response.at(-2) ?? 0) >> 4).toBeOneOf([6, 9]);
        }
      }),
      { numRuns: 300 },
    );
    expect(parseCardRecord(card.snapshot()).status).toBe('done');
  });
});

describe('air time', () => {
  it('adds up over many commands to what the bytes take', async () => {
    let now = 0;
    // Every timer of this clock fires 0.7 ms late, as a busy machine's would.
    const sleep = async (milliseconds: number) => {
      now += milliseconds + 0.7;
    };
    const clock = { now: () => now, sleep };
    card = createVirtualCard(issued.record, { air: { bitsPerSecond: 424_000 }, clock });
    await sw(JPKI, '00A4020C02000A');
    for (let turn = 0; turn < 100; turn += 1) await sw('00B0000000');
    // 5 bytes out and 258 back, the answer chained in two blocks: 6.79 ms each time.
    const each = airTimeMs({ bitsPerSecond: 424_000 }, 5, 258);
    expect(each).toBeCloseTo(6.79, 2);
    expect(Math.abs(now - 100 * each)).toBeLessThan(5);
  });
});

const authority = () => issuer.authority.anchors.authentication.publicKey;
