import fc from 'fast-check';

/** Longer inputs find nothing that shorter ones do not, and cost the time of many. */
const longestInput = 24 * 1024;

/** Bytes at which parsers turn off their way: tags, length forms, signs, filler, markers. */
const telling = [
  0x00, 0x01, 0x02, 0x05, 0x06, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xa3, 0xfe, 0xff,
];

/** One change to an input. Places are shares of the length, so that an edit fits every input. */
type Edit =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly value: number }
  | { readonly kind: 'remove'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number; readonly length: number }
  | { readonly kind: 'splice'; readonly at: number; readonly other: number; readonly from: number };

/** Which input of the corpus, and what is done to it. */
export interface Mutation {
  readonly base: number;
  readonly edits: readonly Edit[];
}

const share = fc.nat({ max: 0xffff }).map((n) => n / 0x10000);
const length = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 }));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.nat({ max: 7 }) }),
  fc.record({
    kind: fc.constant('set' as const),
    at: share,
    value: fc.oneof(fc.constantFrom(...telling), fc.nat({ max: 255 })),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: share, length }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: share,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: share,
    length,
    times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 200 })),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: share }),
  fc.record({ kind: fc.constant('move' as const), at: share, to: share, length }),
  fc.record({ kind: fc.constant('splice' as const), at: share, other: fc.nat(), from: share }),
);

/** Any mutation; fast-check shrinks what fails to the fewest and simplest edits. */
export const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  base: fc.nat(),
  edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
});

/** The bytes that a mutation makes of a corpus (which holds at least one input). */
export function mutate(mutation: Mutation, corpus: readonly Uint8Array[]): Uint8Array {
  const pick = (index: number) => corpus[index % corpus.length] ?? new Uint8Array();
  let bytes = Buffer.from(pick(mutation.base));
  for (const one of mutation.edits) bytes = apply(bytes, one, pick);
  return Uint8Array.from(bytes.subarray(0, longestInput));
}

function apply(bytes: Buffer, edit: Edit, pick: (index: number) => Uint8Array): Buffer<ArrayBuffer> {
  const place = (part: number) => Math.floor(part * bytes.length);
  const at = place(edit.at);
  const before = bytes.subarray(0, at);
  switch (edit.kind) {
    case 'flip':
    case 'set': {
      const changed = Buffer.from(bytes);
      if (at < changed.length)
        changed[at] = edit.kind === 'set' ? edit.value : (changed[at] ?? 0) ^ (1 << edit.bit);
      return changed;
    }
    case 'remove':
      return Buffer.concat([before, bytes.subarray(at + edit.length)]);
    case 'insert':
      return Buffer.concat([before, edit.bytes, bytes.subarray(at)]);
    case 'repeat': {
      const piece = bytes.subarray(at, at + edit.length);
      const times = Math.min(edit.times, Math.ceil(longestInput / Math.max(1, piece.length)));
      return Buffer.concat([before, ...Array.from({ length: times }, () => piece), bytes.subarray(at)]);
    }
    case 'cut':
      return Buffer.from(before);
    case 'move': {
      const piece = Buffer.from(bytes.subarray(at, at + edit.length));
      const rest = Buffer.concat([before, bytes.subarray(at + edit.length)]);
      const to = Math.floor(edit.to * rest.length);
      return Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)]);
    }
    case 'splice': {
      const other = pick(edit.other);
      return Buffer.concat([before, other.subarray(Math.floor(edit.from * other.length))]);
    }
  }
}
