/** Identifier octets (X.690 §8.1.2) that certificates and lists use. */
export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The identifier octet of a context-specific value, constructed or primitive. */
export function contextTag(number: number, form: 'constructed' | 'primitive'): number {
  return (form === 'constructed' ? 0xa0 : 0x80) | number;
}

/** One value: its identifier octet, its contents, and the whole encoding; all views of the input. */
export interface DerValue {
  readonly tag: number;
  readonly contents: Uint8Array;
  readonly encoded: Uint8Array;
}

/** Length octets in the one form that DER allows (X.690 §10.1); throws otherwise. */
function readLength(bytes: Uint8Array, at: number): { readonly length: number; readonly start: number } {
  const first = bytes[at];
  if (first === undefined) throw new Error('ends within a length');
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0) throw new Error('indefinite length');
  if (count > 4) throw new Error('length too large');
  let length = 0;
  for (let index = 1; index <= count; index += 1) {
    const octet = bytes[at + index];
    if (octet === undefined) throw new Error('ends within a length');
    length = length * 256 + octet;
  }
  if (length < 0x80 || length < 256 ** (count - 1)) throw new Error('length longer than needed');
  return { length, start: at + 1 + count };
}

/**
 * Reads DER values one after the other, without recursion and without copying. Every method throws an Error
 * where the octets are not what is asked for; the parse functions of this room turn that into their failure.
 * Made for certificates and long revocation lists: strict where leniency would let one signature stand over two
 * readings, and quick.
 */
export class DerReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** The next identifier octet, or null at the end. */
  get nextTag(): number | null {
    return this.#bytes[this.#at] ?? null;
  }

  /** The next value, of whatever kind. */
  takeAny(): DerValue {
    const from = this.#at;
    const tag = this.#bytes[from];
    if (tag === undefined) throw new Error('a value is missing');
    if ((tag & 0x1f) === 0x1f) throw new Error('high tag number');
    const { length, start } = readLength(this.#bytes, from + 1);
    if (start + length > this.#bytes.length) throw new Error('ends within a value');
    this.#at = start + length;
    return {
      tag,
      contents: this.#bytes.subarray(start, this.#at),
      encoded: this.#bytes.subarray(from, this.#at),
    };
  }

  /** The next value, which must have this identifier octet. */
  take(tag: number): DerValue {
    if (this.nextTag !== tag)
      throw new Error(`tag ${tag.toString(16)} expected, ${this.nextTag?.toString(16) ?? 'end'} found`);
    return this.takeAny();
  }

  /** The next value if it has this identifier octet, else null. */
  takeOptional(tag: number): DerValue | null {
    return this.nextTag === tag ? this.takeAny() : null;
  }

  /** A reader of the contents of the next value, which must have this identifier octet. */
  enter(tag: number): DerReader {
    return new DerReader(this.take(tag).contents);
  }

  /** Throws unless everything was read. */
  end(): void {
    if (!this.atEnd) throw new Error(`${this.#bytes.length - this.#at} octets too many`);
  }
}

/** A reader of the one value that fills `bytes` and has this identifier octet. */
export function enterDer(bytes: Uint8Array, tag: number): DerReader {
  const outer = new DerReader(bytes);
  const inner = outer.enter(tag);
  outer.end();
  return inner;
}

/** The contents of the one value that fills `bytes` and has this identifier octet. */
export function onlyDer(bytes: Uint8Array, tag: number): Uint8Array {
  const reader = new DerReader(bytes);
  const { contents } = reader.take(tag);
  reader.end();
  return contents;
}

/** What `read` gives for every value up to the end. */
export function readAll<T>(reader: DerReader, read: (reader: DerReader) => T): T[] {
  const values: T[] = [];
  while (!reader.atEnd) values.push(read(reader));
  return values;
}
