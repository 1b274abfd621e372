import { createHash } from 'node:crypto';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { describe, expect, it } from 'vitest';
import {
  PaperCard,
  type PaperOptions,
  paperCertificate,
  paperFace,
  paperFaceObjects,
  paperModulus,
  paperPhoto,
  paperSignature,
} from '../../test/paper-card.ts';
import { paperConnection } from '../../test/paper-connection.ts';
import { writeTlv } from '../apdu/ber-tlv.ts';
import type { MyNumberCard } from './my-number-card.ts';
import { AID, CARD_FACE_FILE, JPKI_FILE, TEXT_INPUT_FILE } from './my-number-files.ts';
import { openMyNumberCard } from './open-my-number-card.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const B = ascii('55021720352285');
const digest = createHash('sha256').update('challenge').digest();

async function settle<T>(attempt: Promise<Attempt<T>>): Promise<T> {
  const settled = await attempt;
  if (settled.status === 'failed') throw new Error(JSON.stringify(settled.reason));
  return settled.value;
}

async function codeOf(attempt: Promise<Attempt<unknown>>): Promise<string> {
  const settled = await attempt;
  return settled.status === 'failed' ? settled.reason.code : 'done';
}

async function laid(
  options?: PaperOptions,
  alter?: Parameters<typeof paperConnection>[1],
): Promise<{ paper: PaperCard; card: MyNumberCard }> {
  const paper = new PaperCard(options);
  const card = await settle(openMyNumberCard(paperConnection(paper, alter)));
  paper.log.length = 0;
  return { paper, card };
}

describe('recognising a My Number card', () => {
  it('asks for the JPKI application and its token label, and not for the ATR', async () => {
    const paper = new PaperCard();
    await settle(openMyNumberCard(paperConnection(paper)));
    expect(paper.log).toEqual(['00a4040c0ad392f000260100000001', '00b0860000']);
  });

  it('does not take another card for one: unknown application, old resident card, smartphone, nonsense', async () => {
    const transit = new PaperCard();
    transit.applications.clear();
    expect(await codeOf(openMyNumberCard(paperConnection(transit)))).toBe('card-not-my-number');
    for (const label of ['JPKIAPICCTOKEN', 'JPKIAPGPSETOKEN', 'SOMETHING']) {
      const other = new PaperCard();
      other.application(AID.jpki).files.set(JPKI_FILE.tokenInfo, ascii(label.padEnd(160)));
      expect(await codeOf(openMyNumberCard(paperConnection(other)))).toBe('card-not-my-number');
    }
    const refusing = paperConnection(new PaperCard(), () => done(Uint8Array.of(0x6e, 0x00)));
    expect(await codeOf(openMyNumberCard(refusing))).toBe('card-not-my-number');
  });

  it('says that the card was removed, and not that it is no My Number card', async () => {
    const gone = paperConnection(new PaperCard(), () => failed(reason('card-removed')));
    expect(await codeOf(openMyNumberCard(gone))).toBe('card-removed');
  });
});

describe('what needs no secret', () => {
  it('reads certificates without their filler, in two reads where extended lengths are taken', async () => {
    const { paper, card } = await laid();
    expect(await settle(card.readAuthenticationCertificate())).toEqual(paperCertificate);
    // 30 82 04 B0 and 1200 bytes: 1204 in all, 948 of them after the first 256.
    expect(paper.log).toEqual(['00b08a0000', '00b001000003b4']);
    expect(await settle(card.readAuthenticationAuthority())).toEqual(paperCertificate);
    expect(await settle(card.readSignatureAuthority())).toEqual(paperCertificate);
  });

  it('selects each file on a card that does not know them by short identifiers, having asked once', async () => {
    const { paper, card } = await laid({ shortIdentifiers: false });
    expect(await settle(card.readAuthenticationCertificate())).toEqual(paperCertificate);
    expect(paper.log).toEqual(['00a4020c02000a', '00b0000000', '00b001000003b4']);
    expect(await settle(card.readCommonRecord())).toMatchObject({ serial: '123456789012345' });
  });

  it('selects the file after all where the short identifier held for one command only', async () => {
    let named = false;
    const { paper, card } = await laid({}, (hex) => {
      if (hex === '00a4020c02000a') named = true;
      return hex.startsWith('00b001') && !named ? done(Uint8Array.of(0x69, 0x86)) : undefined;
    });
    expect(await settle(card.readAuthenticationCertificate())).toEqual(paperCertificate);
    expect(paper.log).toContain('00a4020c02000a');
  });

  it('falls back to reads of 256 bytes for good when the card takes no extended length', async () => {
    const { paper, card } = await laid({ extendedLength: false });
    expect(await settle(card.readAuthenticationCertificate())).toEqual(paperCertificate);
    expect(await settle(card.readAuthenticationAuthority())).toEqual(paperCertificate);
    const long = paper.log.filter((hex) => hex.startsWith('00b0') && hex.length === 14);
    expect(long).toHaveLength(1);
  });

  it('falls back when the reader refuses the long command', async () => {
    const { card } = await laid({}, (hex) =>
      hex.startsWith('00b0') && hex.length === 14 ? failed(reason('command-refused')) : undefined,
    );
    expect(await settle(card.readAuthenticationCertificate())).toEqual(paperCertificate);
  });

  it('calls a certificate that is missing or only filler absent', async () => {
    const { paper, card } = await laid();
    const { files } = paper.application(AID.jpki);
    files.set(JPKI_FILE.authenticationCertificate, new Uint8Array(300).fill(0xff));
    expect(await codeOf(card.readAuthenticationCertificate())).toBe('certificate-absent');
    files.delete(JPKI_FILE.authenticationCertificate);
    expect(await codeOf(card.readAuthenticationCertificate())).toBe('certificate-absent');
  });

  it('reads token info, availability and the common record', async () => {
    const { card } = await laid();
    expect(await settle(card.readTokenInfo())).toEqual({
      kind: 'my-number-card',
      label: 'JPKIAPICCTOKEN2',
      manufacturer: 'J-LIS',
      model: 'E16R01NJ',
      serialNumber: '0123456789ABCDEF',
      details: { flags: 0, longestPin: 0, shortestPin: 0, hardwareVersion: '0.0', firmwareVersion: '0.0' },
    });
    expect(await settle(card.readCertificateAvailability())).toEqual({
      signature: true,
      authentication: true,
    });
    expect(await settle(card.readCommonRecord())).toEqual({
      serial: '123456789012345',
      municipalityCode: '13101',
      expiryDate: '2035-02-17',
    });
  });
});

describe('secrets', () => {
  it('asks the counter before it presents a PIN, and signs after it', async () => {
    const { paper, card } = await laid();
    expect(await codeOf(card.signForAuthentication(digest))).toBe('secret-required');
    paper.log.length = 0;
    expect(await settle(card.verifyAuthenticationPin(ascii('1234')))).toEqual({ kind: 'accepted' });
    expect(await settle(card.signForAuthentication(digest))).toEqual(paperSignature);
    expect(paper.log).toEqual([
      '00a4020c020018',
      '00200080',
      '002000800431323334',
      '00a4020c020017',
      `802a0080333031300d060960864801650304020105000420${digest.toString('hex')}00`,
    ]);
  });

  it('counts a wrong PIN, keeps the last try, spends it only when told, and then finds it locked', async () => {
    const { paper, card } = await laid();
    const wrong = ascii('0000');
    expect(await settle(card.verifyAuthenticationPin(wrong))).toEqual({ kind: 'wrong', triesLeft: 2 });
    expect(await settle(card.verifyAuthenticationPin(wrong))).toEqual({ kind: 'wrong', triesLeft: 1 });
    expect(await codeOf(card.verifyAuthenticationPin(wrong))).toBe('pin-last-try');
    expect(await settle(card.triesLeft('authentication-pin'))).toBe(1);
    expect(await settle(card.verifyAuthenticationPin(wrong, { spendLastTry: true }))).toEqual({
      kind: 'locked',
    });
    paper.log.length = 0;
    expect(await settle(card.verifyAuthenticationPin(ascii('1234'), { spendLastTry: true }))).toEqual({
      kind: 'locked',
    });
    expect(paper.log.some((hex) => hex.startsWith('0020008004'))).toBe(false);
  });

  it('understands 6983 and 6984 alike, as answer to the query or to the secret', async () => {
    for (const word of [0x6983, 0x6984]) {
      const blocked = Uint8Array.of(word >> 8, word & 0xff);
      const toQuery = await laid({}, (hex) => (hex === '00200080' ? done(blocked) : undefined));
      expect(await settle(toQuery.card.triesLeft('authentication-pin'))).toBe(0);
      const toSecret = await laid({}, (hex) => (hex.startsWith('0020008004') ? done(blocked) : undefined));
      expect(await settle(toSecret.card.verifyAuthenticationPin(ascii('1234')))).toEqual({ kind: 'locked' });
    }
  });

  it('clears the status and asks again when the card says 9000 to the query', async () => {
    let first = true;
    const { paper, card } = await laid({}, (hex) => {
      if (hex !== '00200080' || !first) return undefined;
      first = false;
      return done(Uint8Array.of(0x90, 0x00));
    });
    expect(await settle(card.triesLeft('authentication-pin'))).toBe(3);
    expect(paper.log).toContain('00a4040c0ad392f000260100000001');
  });

  it('spends no try on a secret that cannot be right', async () => {
    const { paper, card } = await laid();
    for (const pin of ['', '123', '12345', '12a4', '１２３４'])
      expect(await codeOf(card.verifyAuthenticationPin(ascii(pin)))).toBe('secret-malformed');
    expect(await codeOf(card.openCardFace(ascii('5502172035228')))).toBe('secret-malformed');
    expect(await codeOf(card.verifySignaturePassword(ascii('abc-123')))).toBe('secret-malformed');
    expect(paper.log).toEqual([]);
  });

  it('keeps the last try of the matching number, and names its lock', async () => {
    const { paper, card } = await laid();
    const inFace = paper.secret(AID.cardFace, CARD_FACE_FILE.matchingNumberB);
    const inText = paper.secret(AID.textInput, TEXT_INPUT_FILE.matchingNumberB);
    inFace.tries = inText.tries = 1;
    expect(await codeOf(card.openCardFace(B))).toBe('matching-number-last-try');
    expect(await codeOf(card.readTextAttributes({ matchingNumberB: B }))).toBe('matching-number-last-try');
    inFace.tries = inText.tries = 0;
    expect(await settle(card.openCardFace(B))).toEqual({ kind: 'locked' });
    expect(await codeOf(card.readTextAttributes({ matchingNumberB: B }))).toBe('matching-number-locked');
    inFace.tries = 1;
    expect(await settle(card.openCardFace(B, { spendLastTry: true }))).toEqual({ kind: 'accepted' });
    expect(await settle(card.triesLeft('matching-number-b'))).toBe(10);
  });

  it('presents the signature password in upper case, and says why it was refused', async () => {
    const { paper, card } = await laid();
    expect(await settle(card.readSignatureCertificate(ascii('abc123')))).toEqual(paperCertificate);
    expect(await settle(card.signForSignature(digest))).toEqual(paperSignature);
    expect(await codeOf(card.readSignatureCertificate(ascii('WRONG1')))).toBe('pin-wrong');
    paper.secret(AID.jpki, JPKI_FILE.signaturePassword).tries = 0;
    expect(await codeOf(card.readSignatureCertificate(ascii('ABC123')))).toBe('pin-locked');
  });

  it('forgets a presented secret when another application is read in between', async () => {
    const { card } = await laid();
    await settle(card.verifyAuthenticationPin(ascii('1234')));
    await settle(card.readCommonRecord());
    expect(await codeOf(card.signForAuthentication(digest))).toBe('secret-required');
  });

  it('changes a secret after presenting the one that holds, by the command of its application', async () => {
    const { paper, card } = await laid();
    paper.application(AID.common).secrets.set(0x001c, { value: '1234', tries: 3, max: 3 });
    const secrets = { current: ascii('1234'), next: ascii('4321') };
    // The paper card knows no such command: what it was asked is all that is looked at.
    expect(await codeOf(card.changeSecret('authentication-pin', secrets))).toBe('card-answered-error');
    expect(paper.log.slice(-3)).toEqual(['00200080', '002000800431323334', '002401800434333231']);
    expect(await codeOf(card.changeSecret('common-pin', secrets))).toBe('card-answered-error');
    expect(paper.log.slice(-2)).toEqual(['002000800431323334', '803200800434333231']);
    const wrong = { current: ascii('9999'), next: ascii('4321') };
    expect(await settle(card.changeSecret('authentication-pin', wrong))).toEqual({
      kind: 'wrong',
      triesLeft: 2,
    });
    expect(paper.log.at(-1)).toBe('002000800439393939');
    expect(await codeOf(card.changeSecret('authentication-pin', { ...secrets, next: ascii('12') }))).toBe(
      'secret-malformed',
    );
  });

  it('writes each scheme and key into P1 and P2', async () => {
    const { paper, card } = await laid();
    await settle(card.verifyAuthenticationPin(ascii('1234')));
    for (const [scheme, p1] of [
      ['pkcs1-as-given', '00'],
      ['pkcs1-bare-sha256', '01'],
      ['pkcs1-of-digest', '02'],
      ['pkcs1', '03'],
      ['pss-of-digest', '04'],
      ['pss', '05'],
    ] as const) {
      await settle(card.sign('authentication', scheme, digest));
      expect(paper.log.slice(-2)).toEqual(['00a4020c020017', `802a${p1}8020${digest.toString('hex')}00`]);
    }
    expect(await codeOf(card.proveCommonKey(ascii('12345678')))).toBe('card-answered-error');
    expect(paper.log.at(-1)).toBe('0088009908313233343536373800');
  });

  it('names every secret', async () => {
    const { card } = await laid();
    const tries = [];
    for (const name of [
      'authentication-pin',
      'signature-password',
      'matching-number-b',
      'matching-number-a',
      'text-input-pin',
    ] as const)
      tries.push(await settle(card.triesLeft(name)));
    expect(tries).toEqual([3, 5, 10, 10, 3]);
  });
});

describe('card face', () => {
  it('is read in few commands, photo and signed parts whole', async () => {
    const { paper, card } = await laid();
    expect(await codeOf(card.readCardFace())).toBe('secret-required');
    paper.log.length = 0;
    expect(await settle(card.openCardFace(B))).toEqual({ kind: 'accepted' });
    using face = await settle(card.readCardFace());
    expect(paper.log.length).toBeLessThanOrEqual(6);
    expect(face).toMatchObject({ birthDate: '1980-02-17', sex: '2', expiryDate: '2035-02-17' });
    expect(Buffer.from(face.photo ?? []).equals(paperPhoto)).toBe(true);
    expect(Buffer.from(face.publicKey.modulus).equals(paperModulus)).toBe(true);
    expect(Buffer.from(face.publicKey.exponent).toString('hex')).toBe('010001');
    const raw = (...tags: number[]) =>
      Buffer.concat(paperFaceObjects.filter(([tag]) => tags.includes(tag)).map(([t, v]) => writeTlv(t, v)));
    expect(raw(0xdf22, 0xdf23, 0xdf24).equals(face.signedParts[0])).toBe(true);
    expect(raw(0xdf25, 0xdf26).equals(face.signedParts[1])).toBe(true);
    expect(raw(0xdf27).equals(face.signedParts[2])).toBe(true);
  });

  it('is the same without extended lengths', async () => {
    const { card } = await laid({ extendedLength: false });
    await settle(card.openCardFace(B));
    using face = await settle(card.readCardFace());
    expect(Buffer.from(face.photo ?? []).equals(paperPhoto)).toBe(true);
  });

  it('wipes the photo when it is disposed', async () => {
    const { card } = await laid();
    await settle(card.openCardFace(B));
    const face = await settle(card.readCardFace());
    face[Symbol.dispose]();
    expect(face.photo?.every((byte) => byte === 0)).toBe(true);
    expect(face.signedParts.every((part) => part.every((byte) => byte === 0))).toBe(true);
  });

  it('has no photo on a card without one', async () => {
    for (const objects of [
      paperFaceObjects.filter(([tag]) => tag !== 0xdf27),
      paperFaceObjects.map(([tag, value]) => [tag, tag === 0xdf27 ? new Uint8Array(0) : value] as const),
    ]) {
      const { paper, card } = await laid();
      paper.application(AID.cardFace).files.set(CARD_FACE_FILE.cardFace, paperFace(objects));
      await settle(card.openCardFace(B));
      expect((await settle(card.readCardFace())).photo).toBeNull();
    }
  });

  it('refuses a record with two photos (signed photo beside a shown one)', async () => {
    const { paper, card } = await laid();
    const twice = [...paperFaceObjects, [0xdf27, new Uint8Array(20)] as const];
    paper.application(AID.cardFace).files.set(CARD_FACE_FILE.cardFace, paperFace(twice));
    await settle(card.openCardFace(B));
    expect(await codeOf(card.readCardFace())).toBe('card-data-malformed');
  });

  it('calls a record that ends too early, lacks an object or holds no date malformed', async () => {
    const whole = paperFace();
    for (const record of [
      whole.subarray(0, 900),
      paperFace(paperFaceObjects.filter(([tag]) => tag !== 0xdf28)),
      paperFace(paperFaceObjects.map(([t, v]) => [t, t === 0xdf22 ? ascii('19801302') : v] as const)),
      paperFace(paperFaceObjects.map(([t, v]) => [t, t === 0xdf24 ? ascii('no key') : v] as const)),
      new Uint8Array(64).fill(0xff),
      ascii('something else altogether'),
    ]) {
      const { paper, card } = await laid();
      paper.application(AID.cardFace).files.set(CARD_FACE_FILE.cardFace, record);
      await settle(card.openCardFace(B));
      expect(await codeOf(card.readCardFace())).toBe('card-data-malformed');
    }
  });

  it('proves its own key over the digest of the challenge, with no secret', async () => {
    const { paper, card } = await laid();
    expect(await settle(card.proveCardFaceKey(ascii('challenge')))).toEqual(paperSignature);
    expect(paper.log.at(-1)).toBe(
      `802a0000333031300d060960864801650304020105000420${digest.toString('hex')}00`,
    );
    expect((await settle(card.readCardFaceIssuer()))[0]).toBe(0x7f);
  });

  it('calls a signature of the wrong length torn', async () => {
    const { card } = await laid({}, (hex, answer) =>
      hex.startsWith('802a') ? done(answer.subarray(100)) : undefined,
    );
    expect(await codeOf(card.proveCardFaceKey(ascii('challenge')))).toBe('response-torn');
  });
});

describe('text attributes', () => {
  it('are read by tag behind two stray bytes, with what proves them', async () => {
    const { card } = await laid();
    const read = await settle(card.readTextAttributes({ matchingNumberB: B }));
    expect(read).toMatchObject({
      name: '見本　花子',
      address: '東京都千代田区霞が関１－１',
      birthDate: '1980-02-17',
      sex: '2',
    });
    expect(read.signature).toEqual(paperSignature);
    expect(read.signedObjects.length).toBe(2 * 35);
    expect((await settle(card.readTextInputIssuer()))[0]).toBe(0x7f);
  });

  it('open with their own PIN too, and say which secret was refused', async () => {
    const { card } = await laid();
    expect(await codeOf(card.readTextAttributes({ textInputPin: ascii('5678') }))).toBe('done');
    expect(await codeOf(card.readTextAttributes({ textInputPin: ascii('0000') }))).toBe('pin-wrong');
    expect(await codeOf(card.readTextAttributes({ matchingNumberB: ascii('00000000000000') }))).toBe(
      'matching-number-wrong',
    );
  });
});

describe('signing authorised by a verifier', () => {
  it('is not offered by a real card', async () => {
    const { card } = await laid();
    expect(await codeOf(card.signAuthorisedByVerifier(digest))).toBe('extension-not-offered');
  });

  it('is offered by a card with the labelled extension', async () => {
    const { paper, card } = await laid({ extension: true });
    expect(await settle(card.signAuthorisedByVerifier(digest))).toEqual(paperSignature);
    expect(paper.log).toEqual(['00a4040c08f0484f4e4e494e01', `802a020020${digest.toString('hex')}00`]);
  });
});

describe('a card that fails in the middle', () => {
  it('gives a failure of the table at every command, and never a made-up value', async () => {
    const faults: [string, () => Attempt<Uint8Array>][] = [
      ['card-removed', () => failed(reason('card-removed'))],
      ['response-torn', () => done(new Uint8Array(0))],
      ['response-torn', () => done(Uint8Array.of(0x90))],
      ['card-answered-error', () => done(Uint8Array.of(0x6f, 0x00))],
    ];
    for (const [code, fault] of faults) {
      for (let at = 0; at < 6; at++) {
        let count = -1;
        let armed = false;
        const { card } = await laid({ extendedLength: false }, () => {
          if (!armed) return undefined;
          count += 1;
          return count >= at ? fault() : undefined;
        });
        armed = true;
        const opened = await card.openCardFace(B);
        const end = opened.status === 'failed' ? opened : await card.readCardFace();
        expect(end).toMatchObject({ status: 'failed', reason: { code } });
      }
    }
  });

  it('keeps conversations that were begun side by side apart', async () => {
    const { card } = await laid();
    const [certificate, record, info] = await Promise.all([
      card.readAuthenticationCertificate(),
      card.readCommonRecord(),
      card.readTokenInfo(),
    ]);
    expect([certificate.status, record.status, info.status]).toEqual(['done', 'done', 'done']);
  });
});
