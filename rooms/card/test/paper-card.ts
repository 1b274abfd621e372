import { type CommandApdu, decodeCommand } from '../src/apdu/apdu.ts';
import { writeTlv } from '../src/apdu/ber-tlv.ts';
import {
  AID,
  CARD_FACE_FILE,
  COMMON_FILE,
  JPKI_FILE,
  TEXT_INPUT_FILE,
} from '../src/my-number-card/my-number-files.ts';

interface PaperSecret {
  value: string;
  tries: number;
  readonly max: number;
}

interface PaperApplication {
  readonly files: Map<number, Uint8Array>;
  readonly secrets: Map<number, PaperSecret>;
  /** Files that open only after one of these secrets. */
  readonly guards: Map<number, readonly number[]>;
}

/** How a paper card deviates from the plain one. */
export interface PaperOptions {
  readonly extendedLength?: boolean;
  /** Whether files can be read by their short identifiers; true when left out. */
  readonly shortIdentifiers?: boolean;
  readonly extension?: boolean;
  readonly lockedWord?: number;
}

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const ascii = (text: string) => new TextEncoder().encode(text);
const cat = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const filled = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed) & 0xff);

export const paperPhoto = cat(bytes('0000000c6a5020200d0a870a'), filled(5000, 3));
export const paperCertificate = writeTlv(0x30, filled(1200, 5));
export const paperModulus = cat(Uint8Array.of(0xc1), filled(255, 7));
export const paperSignature = filled(256, 11);

const publicKey = cat(writeTlv(0x90, bytes('010001')), writeTlv(0x91, paperModulus));

/** The objects of the card-face record, in the card's order. */
export const paperFaceObjects: readonly (readonly [number, Uint8Array])[] = [
  [0xdf21, new Uint8Array(18)],
  [0xdf22, ascii('19800217')],
  [0xdf23, ascii('2')],
  [0xdf24, publicKey],
  [0xdf25, filled(300, 13)],
  [0xdf26, filled(700, 17)],
  [0xdf27, paperPhoto],
  [0xdf28, paperSignature],
  [0xdf29, ascii('20350217')],
  [0xdf2a, filled(90, 19)],
];

export const paperFace = (objects = paperFaceObjects) =>
  writeTlv(0xff20, cat(...objects.map(([tag, value]) => writeTlv(tag, value))));

/** A table of files and secrets that answers APDUs as the reference says, signing with made-up bytes. */
export class PaperCard {
  readonly atr = bytes('3B E0 00 FF 81 31 FE 45 14');
  readonly applications = new Map<string, PaperApplication>();
  /** Every command it was sent, in hexadecimal. */
  readonly log: string[] = [];
  readonly #options: PaperOptions;
  #application: PaperApplication | undefined;
  #file: number | undefined;
  readonly #opened = new Set<number>();

  constructor(options: PaperOptions = {}) {
    this.#options = options;
    const label = cat(
      ascii('JPKIAPICCTOKEN2'.padEnd(32)),
      ascii('J-LIS'.padEnd(32)),
      ascii('E16R01NJ'.padEnd(16)),
    );
    this.#add(
      AID.jpki,
      [
        [JPKI_FILE.signatureCertificate, paperCertificate],
        [JPKI_FILE.signatureAuthority, cat(paperCertificate, filled(0, 0))],
        [JPKI_FILE.tokenInfo, cat(label, ascii('0123456789ABCDEF'), new Uint8Array(64))],
        [JPKI_FILE.certificateAvailability, bytes('8F 8F 00')],
        [JPKI_FILE.authenticationCertificate, cat(paperCertificate, new Uint8Array(400).fill(0xff))],
        [JPKI_FILE.authenticationAuthority, paperCertificate],
        [JPKI_FILE.authenticationKey, new Uint8Array(0)],
        [JPKI_FILE.signatureKey, new Uint8Array(0)],
      ],
      [
        [JPKI_FILE.authenticationPin, '1234', 3],
        [JPKI_FILE.signaturePassword, 'ABC123', 5],
      ],
      [
        [JPKI_FILE.signatureCertificate, [JPKI_FILE.signaturePassword]],
        [JPKI_FILE.authenticationKey, [JPKI_FILE.authenticationPin]],
        [JPKI_FILE.signatureKey, [JPKI_FILE.signaturePassword]],
      ],
    );
    this.#add(
      AID.cardFace,
      [
        [CARD_FACE_FILE.cardFace, paperFace()],
        [CARD_FACE_FILE.issuerCertificate, writeTlv(0x7f21, filled(563, 23))],
      ],
      [
        [CARD_FACE_FILE.matchingNumberB, '55021720352285', 10],
        [CARD_FACE_FILE.matchingNumberA, '123456789012', 10],
      ],
      [[CARD_FACE_FILE.cardFace, [CARD_FACE_FILE.matchingNumberB, CARD_FACE_FILE.matchingNumberA]]],
    );
    const attributes = [
      writeTlv(0xdf21, new Uint8Array(8)),
      writeTlv(0xdf22, ascii('見本\u3000花子')),
      writeTlv(0xdf23, ascii('東京都千代田区霞が関１－１')),
      writeTlv(0xdf24, ascii('19800217')),
      writeTlv(0xdf25, ascii('2')),
    ];
    const digests = [
      writeTlv(0xdf31, filled(32, 1)),
      writeTlv(0xdf32, filled(32, 2)),
      writeTlv(0xdf33, paperSignature),
    ];
    this.#add(
      AID.textInput,
      [
        [TEXT_INPUT_FILE.attributes, cat(bytes('FFFF'), writeTlv(0xff20, cat(...attributes)))],
        [TEXT_INPUT_FILE.attributesSignature, writeTlv(0xff30, cat(...digests))],
        [TEXT_INPUT_FILE.issuerCertificate, writeTlv(0x7f21, filled(563, 29))],
      ],
      [
        [TEXT_INPUT_FILE.pin, '5678', 3],
        [TEXT_INPUT_FILE.matchingNumberB, '55021720352285', 10],
      ],
      [[TEXT_INPUT_FILE.attributes, [TEXT_INPUT_FILE.pin, TEXT_INPUT_FILE.matchingNumberB]]],
    );
    this.#add(AID.common, [[COMMON_FILE.record, ascii('\x01\x1c1234567890123451310120350217')]], [], []);
    if (options.extension === true) this.#add(bytes('F0484F4E4E494E01'), [], [], []);
  }

  #add(
    aid: Uint8Array,
    files: [number, Uint8Array][],
    secrets: [number, string, number][],
    guards: [number, readonly number[]][],
  ): void {
    this.applications.set(Buffer.from(aid).toString('hex'), {
      files: new Map(files),
      secrets: new Map(secrets.map(([file, value, max]) => [file, { value, tries: max, max }])),
      guards: new Map(guards),
    });
  }

  application(aid: Uint8Array): PaperApplication {
    const found = this.applications.get(Buffer.from(aid).toString('hex'));
    if (found === undefined) throw new Error('no such application');
    return found;
  }

  secret(aid: Uint8Array, file: number): PaperSecret {
    const found = this.application(aid).secrets.get(file);
    if (found === undefined) throw new Error('no such secret');
    return found;
  }

  reset(): void {
    this.#application = undefined;
    this.#file = undefined;
    this.#opened.clear();
  }

  /** Answers one command. */
  answer(command: Uint8Array): Uint8Array {
    this.log.push(Buffer.from(command).toString('hex'));
    const apdu = decodeCommand(command);
    if (apdu.status === 'failed') return sw(0x6700);
    if (this.#options.extendedLength === false && (apdu.value.le ?? 0) > 0x100) return sw(0x6700);
    return this.#execute(apdu.value);
  }

  #execute(apdu: CommandApdu): Uint8Array {
    const data = apdu.data ?? new Uint8Array(0);
    switch ((apdu.cla << 8) | apdu.ins) {
      case 0x00a4:
        return apdu.p1 === 0x04 ? this.#selectApplication(data) : this.#selectFile(data);
      case 0x00b0:
        return apdu.p1 & 0x80
          ? this.#readByShortIdentifier(apdu.p1 & 0x1f, apdu.p2, apdu.le ?? 0)
          : this.#read((apdu.p1 << 8) | apdu.p2, apdu.le ?? 0);
      case 0x00b2:
        return apdu.p2 >> 3
          ? this.#readByShortIdentifier(apdu.p2 >> 3, 0, apdu.le ?? 0)
          : this.#read(0, apdu.le ?? 0);
      case 0x0020:
        return this.#verify(apdu.data);
      case 0x802a:
        return this.#closed(apdu.p2 === 0x80 ? this.#file : undefined)
          ? sw(0x6982)
          : cat(paperSignature, sw(0x9000));
      default:
        return sw(0x6d00);
    }
  }

  #selectApplication(aid: Uint8Array): Uint8Array {
    const found = this.applications.get(Buffer.from(aid).toString('hex'));
    if (found === undefined) return sw(0x6a82);
    this.reset();
    this.#application = found;
    return sw(0x9000);
  }

  #selectFile(id: Uint8Array): Uint8Array {
    const file = ((id[0] ?? 0) << 8) | (id[1] ?? 0);
    const known =
      this.#application?.files.has(file) === true || this.#application?.secrets.has(file) === true;
    if (!known) return sw(0x6a82);
    this.#file = file;
    return sw(0x9000);
  }

  #closed(file: number | undefined): boolean {
    const guards = this.#application?.guards.get(file ?? -1);
    return guards !== undefined && !guards.some((guard) => this.#opened.has(guard));
  }

  #readByShortIdentifier(file: number, offset: number, le: number): Uint8Array {
    if (this.#options.shortIdentifiers === false) return sw(0x6a86);
    if (this.#application?.files.has(file) !== true) return sw(0x6a82);
    this.#file = file;
    return this.#read(offset, le);
  }

  #read(offset: number, le: number): Uint8Array {
    const file = this.#application?.files.get(this.#file ?? -1);
    if (file === undefined) return sw(0x6986);
    if (this.#closed(this.#file)) return sw(0x6982);
    if (offset >= file.length) return sw(0x6b00);
    return cat(file.subarray(offset, offset + le), sw(0x9000));
  }

  #verify(value: Uint8Array | undefined): Uint8Array {
    const secret = this.#application?.secrets.get(this.#file ?? -1);
    if (secret === undefined || this.#file === undefined) return sw(0x6986);
    if (value === undefined) return sw(0x63c0 | secret.tries);
    if (secret.tries === 0) return sw(this.#options.lockedWord ?? 0x6984);
    if (Buffer.from(value).toString('latin1') === secret.value) {
      secret.tries = secret.max;
      this.#opened.add(this.#file);
      return sw(0x9000);
    }
    secret.tries -= 1;
    return sw(0x63c0 | secret.tries);
  }
}

function sw(statusWord: number): Uint8Array {
  return Uint8Array.of(statusWord >> 8, statusWord & 0xff);
}
