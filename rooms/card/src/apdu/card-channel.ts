import { type Attempt, done, type Failed } from '@honnin/outcome';
import { fail } from '../fail.ts';
import { type CommandApdu, encodeCommand, parseResponse, type ResponseApdu } from './apdu.ts';
import { locateTlv, readTlvHeader } from './ber-tlv.ts';
import type { CardConnection } from './card-connection.ts';
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

/** Which security status the commands meet: they are valid for one DF, until another is selected. */
export class CardChannel {
  readonly #connection: CardConnection;
  #application: Uint8Array | undefined;
  #extendedLength = true;

  constructor(connection: CardConnection) {
    this.#connection = connection;
  }

  /** Sends a command; fetches what 61xx announces and repeats with the Le that 6Cxx names. */
  async send(command: CommandApdu): Promise<Attempt<ResponseApdu>> {
    let response = await this.#exchange(command);
    if (response.status === 'failed') return response;
    if (response.value.statusWord >> 8 === 0x6c) {
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

  async #exchange(command: CommandApdu): Promise<Attempt<ResponseApdu>> {
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

  /** Reads up to 256 bytes from the beginning of an EF. */
  async readStart(fileId: number): Promise<Attempt<Uint8Array>> {
    const selected = await this.selectFile(fileId);
    if (selected.status === 'failed') return selected;
    return this.#readPart(0, 0x100, fileId);
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
      else return readBytes(long.value, where);
    }
    const short = await this.send({ ...command, le: Math.min(wanted, 0x100) });
    return short.status === 'failed' ? short : readBytes(short.value, where);
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
  return fail('card-answered-error', detail);
}

/** File identifier as it is written in specifications: four hexadecimal digits. */
function hexId(fileId: number): string {
  return fileId.toString(16).toUpperCase().padStart(4, '0');
}
