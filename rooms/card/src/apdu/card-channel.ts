import { type Attempt, done, type Failed } from '@honnin/outcome';
import { fail } from '../fail.ts';
import { type CommandApdu, encodeCommand, parseResponse, type ResponseApdu } from './apdu.ts';
import { locateTlv, readTlvHeader } from './ber-tlv.ts';
import type { CardConnection } from './card-connection.ts';
import type { CommandProtection } from './command-protection.ts';
import { describeStatusWord, STATUS_WORD } from './status-word.ts';

/** READ BINARY has 15 bits for the offset (ISO/IEC 7816-4 §7.2.3). */
const LAST_OFFSET = 0x7fff;

/** Status words by which a card (or a reader on its behalf) says that it does not take an extended Le. */
const NO_EXTENDED_LENGTH: ReadonlySet<number> = new Set([
  STATUS_WORD.wrongLength,
  STATUS_WORD.offsetOutside,
  STATUS_WORD.instructionUnknown,
  STATUS_WORD.classUnknown,
  STATUS_WORD.internalError,
]);

/** Status words by which a card may say that it does not know files by their short identifiers. */
const NO_SHORT_IDENTIFIER: ReadonlySet<number> = new Set([
  STATUS_WORD.wrongLength,
  STATUS_WORD.incompatibleWithFile,
  STATUS_WORD.noCurrentFile,
  STATUS_WORD.functionNotSupported,
  STATUS_WORD.notFound,
  STATUS_WORD.wrongParameters,
  STATUS_WORD.offsetOutside,
  STATUS_WORD.instructionUnknown,
]);

/** Short identifiers are 1 to 30 (ISO/IEC 7816-4 §7.3.1.1). */
const LAST_SHORT_IDENTIFIER = 0x1e;

/** What secure messaging may carry here; everything else goes out in clear. */
const PROTECTABLE: ReadonlySet<number> = new Set([0x20, 0xa4, 0xb0]);

/** VERIFY, CHANGE REFERENCE DATA, CHANGE KEY: sent once, whatever comes back, for each may spend a try. */
const SPENDING: ReadonlySet<number> = new Set([0x20, 0x24, 0x32]);

/** Which security status the commands meet: they are valid for one DF, until another is selected. */
export class CardChannel {
  readonly #connection: CardConnection;
  #application: Uint8Array | undefined;
  #extendedLength = true;
  #shortIdentifiers = true;
  #protection: CommandProtection | undefined;

  constructor(connection: CardConnection) {
    this.#connection = connection;
  }

  /**
   * Sends a command; fetches what 61xx announces and repeats with the Le that 6Cxx names. A command that presents
   * a secret is never repeated: the try would be spent twice.
   */
  async send(command: CommandApdu): Promise<Attempt<ResponseApdu>> {
    let response = await this.#exchange(command);
    if (response.status === 'failed') return response;
    if (response.value.statusWord >> 8 === 0x6c && !SPENDING.has(command.ins)) {
      response = await this.#exchange({ ...command, le: response.value.statusWord & 0xff || 0x100 });
      if (response.status === 'failed') return response;
    }
    const parts = [response.value.data];
    let { statusWord } = response.value;
    for (let size = parts[0]?.length ?? 0; statusWord >> 8 === 0x61; ) {
      const more = await this.#exchange({
        cla: 0,
        ins: 0xc0,
        p1: 0,
        p2: 0,
        le: statusWord & 0xff || 0x100,
      });
      if (more.status === 'failed') return more;
      ({ statusWord } = more.value);
      parts.push(more.value.data);
      size += more.value.data.length;
      if (more.value.data.length === 0 || size > 0x1_0000) return fail('response-torn', 'endless 61xx');
    }
    return done({ data: parts.length === 1 ? response.value.data : Buffer.concat(parts), statusWord });
  }

  /** From now on commands go out under this session, until another application is selected. */
  protectBy(protection: CommandProtection): void {
    this.#protection?.[Symbol.dispose]();
    this.#protection = protection;
  }

  /** Whether a session key is in use. */
  get isProtected(): boolean {
    return this.#protection !== undefined;
  }

  async #exchange(command: CommandApdu): Promise<Attempt<ResponseApdu>> {
    const protection = command.cla === 0 && PROTECTABLE.has(command.ins) ? this.#protection : undefined;
    const response = await this.#exchangeBytes(protection?.protect(command) ?? command);
    return response.status === 'failed' || protection === undefined
      ? response
      : protection.open(response.value);
  }

  async #exchangeBytes(command: CommandApdu): Promise<Attempt<ResponseApdu>> {
    const bytes = encodeCommand(command);
    const answer = await this.#connection.transmit(bytes);
    // A command may hold a secret; its bytes are ours, and of no more use.
    bytes.fill(0);
    return answer.status === 'failed' ? answer : parseResponse(answer.value);
  }

  /** Selects a DF unless it is selected already; a new selection clears the card's security status. */
  async selectApplication(aid: Uint8Array, name: string): Promise<Attempt<null>> {
    if (this.#application === aid) return done(null);
    return this.reselectApplication(aid, name);
  }

  /** Selects a DF anew, by which every secret that was presented is forgotten. */
  async reselectApplication(aid: Uint8Array, name: string): Promise<Attempt<null>> {
    this.#application = undefined;
    // The card forgets its session key with the application.
    this.#protection?.[Symbol.dispose]();
    this.#protection = undefined;
    const response = await this.send({ cla: 0, ins: 0xa4, p1: 0x04, p2: 0x0c, data: aid });
    if (response.status === 'failed') return response;
    if (response.value.statusWord !== STATUS_WORD.ok)
      return failureOf(response.value.statusWord, `SELECT ${name}`);
    this.#application = aid;
    return done(null);
  }

  /** Selects an EF of the current DF. */
  async selectFile(fileId: number): Promise<Attempt<null>> {
    const data = Uint8Array.of(fileId >> 8, fileId & 0xff);
    const response = await this.send({ cla: 0, ins: 0xa4, p1: 0x02, p2: 0x0c, data });
    if (response.status === 'failed') return response;
    if (response.value.statusWord !== STATUS_WORD.ok)
      return failureOf(response.value.statusWord, `SELECT EF ${hexId(fileId)}`);
    return done(null);
  }

  /**
   * Reads up to 256 bytes from the beginning of an EF, which is the current one afterwards. It is named by its
   * short identifier, which saves the SELECT; a card that refuses that is asked the long way, and is not
   * asked the short way again once the long one has worked.
   */
  async readStart(fileId: number): Promise<Attempt<Uint8Array>> {
    if (this.#shortIdentifiers && fileId <= LAST_SHORT_IDENTIFIER) {
      const short = await this.send({ cla: 0, ins: 0xb0, p1: 0x80 | fileId, p2: 0, le: 0x100 });
      if (short.status === 'failed') return short;
      if (!NO_SHORT_IDENTIFIER.has(short.value.statusWord))
        return readBytes(short.value, `READ BINARY EF ${hexId(fileId)}`);
      const selected = await this.selectFile(fileId);
      if (selected.status === 'failed') return selected;
      this.#shortIdentifiers = false;
    } else {
      const selected = await this.selectFile(fileId);
      if (selected.status === 'failed') return selected;
    }
    return this.#readPart(0, 0x100, fileId);
  }

  /**
   * GET DATA (ISO/IEC 7816-4 §7.4.2); null where the card has no such object. An object that is too long for
   * a short Le is refused with 6700, and asked for again with an extended one.
   */
  async getData(tag: number): Promise<Attempt<Uint8Array | null>> {
    const where = `GET DATA ${hexId(tag)}`;
    for (const le of [0x100, 0x1_0000]) {
      const answer = await this.send({ cla: 0, ins: 0xca, p1: tag >> 8, p2: tag & 0xff, le });
      if (answer.status === 'failed') return answer;
      const { data, statusWord } = answer.value;
      if (statusWord === STATUS_WORD.ok) return done(data);
      if (statusWord === STATUS_WORD.objectNotFound) return done(null);
      if (statusWord !== STATUS_WORD.wrongLength) return failureOf(statusWord, where);
    }
    return failureOf(STATUS_WORD.wrongLength, where);
  }

  /** Reads record 1 of an EF, by its short identifier or, where that is refused, by SELECT. */
  async readFirstRecord(fileId: number): Promise<Attempt<Uint8Array>> {
    const where = `READ RECORD 1 of EF ${hexId(fileId)}`;
    const command = { cla: 0, ins: 0xb2, p1: 0x01, le: 0x100 };
    const short = await this.send({ ...command, p2: (fileId << 3) | 0x04 });
    if (short.status === 'failed') return short;
    if (!NO_SHORT_IDENTIFIER.has(short.value.statusWord)) return readBytes(short.value, where);
    const selected = await this.selectFile(fileId);
    if (selected.status === 'failed') return selected;
    const long = await this.send({ ...command, p2: 0x04 });
    return long.status === 'failed' ? long : readBytes(long.value, where);
  }

  /**
   * Reads one BER-TLV object out of an EF: its header first, then the rest in one extended READ BINARY where
   * card and reader take it, in pieces of 256 bytes otherwise. Filler around the object is left out. Null
   * when the file holds nothing but filler.
   */
  async readObject(fileId: number, tag: number): Promise<Attempt<Uint8Array | null>> {
    const start = await this.readStart(fileId);
    if (start.status === 'failed') return start;
    const where = `EF ${hexId(fileId)}`;
    if (start.value.every((byte) => byte === 0xff || byte === 0x00)) return done(null);
    const offset = locateTlv(start.value, tag);
    if (offset === undefined)
      return fail('card-data-malformed', `${where}: object ${tag.toString(16)} not found`);
    const header = readTlvHeader(start.value, offset);
    if (header.status === 'failed') return header;
    const end = offset + header.value.headerLength + header.value.valueLength;
    if (end > LAST_OFFSET + 0x100) return fail('card-data-malformed', `${where}: longer than a file can be`);
    const bytes = new Uint8Array(end);
    const startLength = Math.min(start.value.length, end);
    bytes.set(start.value.subarray(0, end));
    // What is read may be a face: nothing of it stays behind in pieces.
    start.value.fill(0);
    for (let at = startLength; at < end; ) {
      const part = await this.#readPart(at, end - at, fileId);
      if (part.status === 'failed') return part;
      if (part.value.length === 0) return fail('card-data-malformed', `${where} ends at ${at} of ${end}`);
      bytes.set(part.value.subarray(0, end - at), at);
      at += part.value.length;
      part.value.fill(0);
    }
    return done(bytes.subarray(offset));
  }

  async #readPart(offset: number, wanted: number, fileId: number): Promise<Attempt<Uint8Array>> {
    const where = `READ BINARY EF ${hexId(fileId)} at ${offset}`;
    if (offset > LAST_OFFSET) return fail('card-data-malformed', `${where}: beyond the last offset`);
    const command = { cla: 0, ins: 0xb0, p1: offset >> 8, p2: offset & 0xff };
    if (this.#extendedLength && wanted > 0x100) {
      const long = await this.send({ ...command, le: wanted });
      if (long.status === 'failed') {
        if (long.reason.code !== 'command-refused' && long.reason.code !== 'card-contact-lost') return long;
        this.#extendedLength = false;
      } else if (NO_EXTENDED_LENGTH.has(long.value.statusWord)) this.#extendedLength = false;
      else if (long.value.statusWord !== STATUS_WORD.noCurrentFile) return readBytes(long.value, where);
    }
    // Under secure messaging the padding and the object around it take their part of the 256 bytes.
    const most = this.#protection === undefined ? 0x100 : 0xe0;
    const short = await this.send({ ...command, le: Math.min(wanted, most) });
    if (short.status === 'failed') return short;
    if (short.value.statusWord !== STATUS_WORD.noCurrentFile || !this.#shortIdentifiers)
      return readBytes(short.value, where);
    // The short identifier named the file for one command only: it has to be selected after all.
    this.#shortIdentifiers = false;
    const selected = await this.selectFile(fileId);
    return selected.status === 'failed' ? selected : this.#readPart(offset, wanted, fileId);
  }
}

function readBytes({ data, statusWord }: ResponseApdu, where: string): Attempt<Uint8Array> {
  if (statusWord === STATUS_WORD.ok || statusWord === STATUS_WORD.endOfFile) return done(data);
  if (statusWord === STATUS_WORD.offsetOutside) return done(new Uint8Array(0));
  return failureOf(statusWord, where);
}

/** The failure that a status word other than 9000 stands for; `where` names the command for the log. */
export function failureOf(statusWord: number, where: string): Failed {
  const detail = `${where}: ${describeStatusWord(statusWord)}`;
  if (statusWord === STATUS_WORD.securityStatusNotSatisfied) return fail('secret-required', detail);
  if (statusWord === STATUS_WORD.notFound) return fail('card-file-missing', detail);
  if (statusWord === STATUS_WORD.secureMessagingWrong || statusWord === STATUS_WORD.noSessionKey)
    return fail('secure-messaging-broken', detail);
  return fail('card-answered-error', detail);
}

/** File identifier as it is written in specifications: four hexadecimal digits. */
function hexId(fileId: number): string {
  return fileId.toString(16).toUpperCase().padStart(4, '0');
}
