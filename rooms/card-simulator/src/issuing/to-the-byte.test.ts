import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ascii, createTestCardIssuer, hex, type TestCardIssuer, toHex } from '../../test/test-card-issuer.ts';
import { createVirtualCard, type VirtualCard } from '../card/virtual-card.ts';

/**
 * Every file of the card against its bytes written out: tags, lengths and order stand here a second time, so
 * that a change in how they are built shows. What a signature covers is checked in issue-test-card.test.ts.
 */
const SELECT = {
  jpki: '00A4040C0AD392F000260100000001',
  cardFace: '00A4040C0AD3921000310001010402',
  textInput: '00A4040C0AD3921000310001010408',
  common: '00A4040C0AD3921000310001010100',
  resident: '00A4040C0AD3921000310001010401',
  cardManager: '00A4040C07A0000001510000',
} as const;

let issuer: TestCardIssuer;
let card: VirtualCard;

beforeAll(async () => {
  issuer = await createTestCardIssuer();
  card = createVirtualCard((await issuer.issue()).record);
}, 60_000);

async function send(command: string): Promise<string> {
  return toHex(await card.transmit(hex(command)));
}

/** Everything in a file, by one extended READ BINARY with the short identifier; a secret is presented first. */
async function whole(application: string, sfi: number, secret?: readonly [sfi: string, value: string]) {
  expect(await send(application)).toBe('9000');
  if (secret !== undefined) {
    const [keySfi, value] = secret;
    const lc = value.length.toString(16).padStart(2, '0');
    expect(await send(`002000${keySfi}${lc}${toHex(ascii(value))}`)).toBe('9000');
  }
  const answer = await send(`00B0${(0x80 | sfi).toString(16)}0000 0000`);
  expect(answer.slice(-4)).toBe('9000');
  return answer.slice(0, -4);
}

const text = (value: string) => toHex(ascii(value));
const utf8 = (value: string) => toHex(Buffer.from(value, 'utf8'));
const length16 = (bytes: number) => bytes.toString(16).padStart(4, '0').toUpperCase();
const sha256 = (...parts: readonly string[]) =>
  createHash('sha256')
    .update(hex(parts.join('')))
    .digest('hex')
    .toUpperCase();

/** `90 03 010001 91 82 0100 <256>`, 265 bytes, with the tag and length before them. */
function keyObject(tag: string, key: KeyObject): string {
  const { n = '' } = createPublicKey(key).export({ format: 'jwk' });
  return `${tag}820109900301000191820100${toHex(Buffer.from(n, 'base64url'))}`;
}

const B = ['92', '55021720352285'] as const;
const A = ['93', '123456789018'] as const;
const filler = /^(?:FF)+$/;

describe('the card to the byte', () => {
  it('JPKI 0006: token information of 160 bytes', async () => {
    const info = await whole(SELECT.jpki, 0x06);
    expect(info).toHaveLength(320);
    expect(info.slice(0, 64)).toBe(text('JPKIAPICCTOKEN2'.padEnd(32)));
    expect(info.slice(192, 280)).toBe(
      ['0000040D', '00000001', '00000000', '00000001', '00000000', '00000010', '00000006', 'FFFFFFFF']
        .join('')
        .concat('FFFFFFFFFFFFFFFFFFFFFFFF'),
    );
    expect(info.slice(280)).toBe(`01000100${'20'.repeat(16)}`);
  });

  it('JPKI 0008 and the files that nobody has read', async () => {
    expect(await whole(SELECT.jpki, 0x08)).toBe('8F8F00');
    for (const id of ['0005', '0009', '0010', '0016', '0019', '001C', '001E']) {
      expect(await send(`00A4020C02${id}`)).toBe('9000');
      expect(await send('00B0000000')).toBe('6982');
    }
  });

  it('JPKI 0016 takes no certificate: 6700 to what is none, 6A86 to other parameters', async () => {
    await send(SELECT.jpki);
    await send('00A4020C020016');
    expect(await send('80A206C1 01 00')).toBe('6700');
    expect(await send('80A200C1 01 00')).toBe('6700');
    expect(await send('80A20000 01 00')).toBe('6A86');
  });

  it('card face 0001: the age record', async () => {
    const signed = `DF1108${text('19800217')}${keyObject('DF12', issuer.keys.cardFace)}`;
    const record = await whole(SELECT.cardFace, 0x01, ['91', '550217']);
    expect(record).toMatch(
      new RegExp(`^FF1082${length16(signed.length / 2 + 261)}${signed}DF13820100[0-9A-F]{512}$`),
    );
  });

  it('card face 0002: the record, its table of offsets, and filler behind it', async () => {
    const { holder, keys } = issuer;
    const image = (tag: string, bytes: Uint8Array) => `${tag}82${length16(bytes.length)}${toHex(bytes)}`;
    const objects = [
      `DF2208${text('19800217')}`,
      'DF230132',
      keyObject('DF24', keys.cardFace),
      image('DF25', holder.nameImage),
      image('DF26', holder.addressImage),
      image('DF27', holder.photo ?? new Uint8Array()),
    ];
    const file = await whole(SELECT.cardFace, 0x02, B);
    const offsets: number[] = [];
    let offset = 5 + 3 + 18;
    for (const object of [...objects, 'DF28820100'.padEnd(522, '0'), `DF2908${text('20350217')}`]) {
      offsets.push(offset);
      offset += object.length / 2;
    }
    const table = `DF2112${[...offsets, offset].map(length16).join('')}`;
    const end = 5 + Number.parseInt(file.slice(6, 10), 16);
    expect(file.slice(0, 10)).toBe(`FF2082${length16(end - 5)}`);
    const begin = `${table}${objects.join('')}DF28820100`;
    expect(file.slice(10, 10 + begin.length)).toBe(begin);
    expect(file.slice(10 + begin.length + 512)).toMatch(new RegExp(`^DF2908${text('20350217')}DF2A`));
    expect(file.slice(2 * end)).toMatch(filler);
  });

  it('card face 0003, 0004, 0005 and 0006', async () => {
    expect(await whole(SELECT.cardFace, 0x03)).toBe(
      `FF3082013BDF310406030E01DF3210${'00'.repeat(16)}DF330101DF3405${text('13999')}DF35820110${'00'.repeat(16)}${'FF'.repeat(256)}`,
    );
    expect(await whole(SELECT.cardFace, 0x04)).toMatch(
      /^7F218202335F4E820129(?:39){2}.{60}900301000191820100.{512}5F37820100.{512}$/,
    );
    const image = await whole(SELECT.cardFace, 0x05, A);
    expect(image).toMatch(/^FF4082[0-9A-F]{4}DF41(?:82[0-9A-F]{4}|[0-7][0-9A-F])89504E470D0A1A0A/);
    expect(image).toContain(`${keyObject('DF42', issuer.keys.cardFace)}DF43820100`);
    expect(await whole(SELECT.cardFace, 0x06, B)).toBe('FF'.repeat(16));
  });

  it('text input 0001 to 0003: My Number in 17 bytes, four attributes, and the digests of both', async () => {
    const { name, address } = issuer.holder;
    const number = await whole(SELECT.textInput, 0x01, ['94', '123456789018']);
    expect(number).toBe(`FF100C${text('123456789018')}FFFF`);
    const utf8Object = (tag: string, value: string) =>
      `${tag}${(utf8(value).length / 2).toString(16).padStart(2, '0').toUpperCase()}${utf8(value)}`;
    const objects = [
      utf8Object('DF22', name),
      utf8Object('DF23', address),
      `DF2408${text('19800217')}`,
      'DF250132',
    ];
    let offset = 5 + 3 + 8;
    const table = objects.map((object) => {
      const start = offset;
      offset += object.length / 2;
      return length16(start);
    });
    const attributes = await whole(SELECT.textInput, 0x02, ['95', '55021720352285']);
    const content = `DF2108${table.join('')}${objects.join('')}`;
    expect(attributes.slice(0, 10 + content.length)).toBe(`FF2082${length16(content.length / 2)}${content}`);
    expect(attributes.slice(10 + content.length)).toMatch(filler);
    const proof = await whole(SELECT.textInput, 0x03, ['91', '5678']);
    const digests = `DF3120${sha256(number)}DF3220${sha256(...objects)}`;
    expect(proof).toMatch(new RegExp(`^FF3082014B${digests}DF33820100[0-9A-F]{512}$`));
  });

  it('text input 0004 to 0008: certificate, information, delivery key, own key', async () => {
    expect(await whole(SELECT.textInput, 0x04)).toMatch(/^7F218202335F4E820129/);
    expect(await whole(SELECT.textInput, 0x05)).toBe(
      `FF4082009FDF410401030E01DF4210${'00'.repeat(16)}DF43820080${'00'.repeat(32)}${'FF'.repeat(96)}`,
    );
    expect(await whole(SELECT.textInput, 0x06, ['91', '5678'])).toBe(
      keyObject('A1', issuer.keys.textInputSession),
    );
    const own = keyObject('DF51', issuer.keys.textInput);
    expect(await whole(SELECT.textInput, 0x07, ['95', '55021720352285'])).toMatch(
      new RegExp(`^FF5082${length16(own.length / 2 + 261)}${own}DF52820100[0-9A-F]{512}$`),
    );
    expect(await whole(SELECT.textInput, 0x08)).toBe('FF'.repeat(16));
  });

  it('text input: A opens My Number and not the attributes, B the attributes and not My Number', async () => {
    const refused = async (secret: readonly [string, string], sfi: string) => {
      await send(SELECT.textInput);
      const [key, value] = secret;
      await send(`002000${key}${value.length.toString(16).padStart(2, '0')}${text(value)}`);
      return send(`00B0${sfi}000000 00`);
    };
    expect(await refused(['94', '123456789018'], '82')).toBe('6982');
    expect(await refused(['95', '55021720352285'], '81')).toBe('6982');
    expect(await send('00200092')).toBe('63C0');
    expect(await send(`0020009204${text('1234')}`)).toBe('6984');
  });

  it('common and resident register: record, key references, PINs', async () => {
    await send(SELECT.common);
    expect(await send('00B2010C00')).toMatch(
      new RegExp(`^011C[0-9A-F]{30}${text('13999')}${text('20350217')}9000$`),
    );
    expect(await send('00B2011400')).toBe(`${'00'.repeat(16)}9000`);
    expect(await send('0020009C')).toBe('63C3');
    await send(SELECT.resident);
    expect(await send('00B2011400')).toBe(`${'00'.repeat(16)}9000`);
    expect(await send('0020009C')).toBe('63C3');
    expect(await send(`0020009C04${text('1234')}`)).toBe('9000');
    expect(await send(`8032009C04${text('4321')}`)).toBe('9000');
    expect(await send(`0020009C04${text('4321')}`)).toBe('9000');
    expect(await send(`8032009C04${text('1234')}`)).toBe('9000');
  });

  it('card manager: data objects, the long ones refused to a short Le', async () => {
    await send(SELECT.cardManager);
    expect(await send('00CA004200')).toBe(`4205${text('13999')}9000`);
    expect(await send('00CA004500')).toMatch(/^450F(?:3\d){15}9000$/);
    expect(await send('00CA006600')).toBe(
      `6630732E06072A864886FC6B01600B06092A864886FC6B020202630906072A864886FC6B03640B06092A864886FC6B0402159000`,
    );
    expect(await send('00CA00F000')).toBe(`${text('13999')}9000`);
    expect(await send('00CA00F200')).toBe(`${text('20350217')}9000`);
    expect(await send('00CA00F700')).toMatch(/^3939(?:3\d){5}0805(?:3\d){3}000000009000$/);
    expect(await send('00CA5F5100')).toBe('E000FF8131FE45149000');
    for (const tag of ['00F8', '7F21']) {
      expect(await send(`00CA${tag}00`)).toBe('6700');
      expect(await send(`00CA${tag}000000`)).toMatch(/^5F4E820129.{594}5F37820100.{512}9000$/);
    }
  });
});
