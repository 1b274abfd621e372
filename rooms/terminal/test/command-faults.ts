import type { CommandFault } from '@honnin/card-simulator';

/** A fault of one command, in the words of docs/card-faults.md. */
export interface CommandFaultKind {
  readonly id: string;
  readonly words: string;
  /** The faults of this kind for a command with this answer. */
  readonly faults: (answer: Uint8Array) => readonly CommandFault[];
  /** What is laid down once the card has been taken away. */
  readonly swapped?: true;
}

/** Status words that are read as something of their own; a torn answer must not end in one by chance. */
const telling = (sw1: number, sw2: number) =>
  [0x61, 0x62, 0x63, 0x67, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f].includes(sw1) ||
  (sw1 === 0x90 && sw2 === 0);

/** Somewhere in the middle of an answer, where its last two bytes are no status word that means anything. */
function middleOf(answer: Uint8Array): number | null {
  for (let keep = answer.length >> 1; keep >= 2; keep -= 1) {
    if (!telling(answer[keep - 2] ?? 0x61, answer[keep - 1] ?? 0)) return keep;
  }
  return null;
}

const words = (data: 'kept' | 'left-out', ...statusWords: readonly string[]) =>
  statusWords.map((statusWord): CommandFault => ({ kind: 'status-word', statusWord, data }));

/** Every kind of fault that a single command can meet. */
export const commandFaultKinds: readonly CommandFaultKind[] = [
  {
    id: 'dropped',
    words: 'The answer never arrives',
    faults: () => [{ kind: 'response-dropped' }],
  },
  {
    id: 'torn-at-status',
    words: 'The answer breaks off in its last byte but one',
    faults: () => [{ kind: 'response-torn', keep: 1 }],
  },
  {
    id: 'torn-in-the-middle',
    words: 'The answer breaks off in the middle',
    faults(answer) {
      const keep = middleOf(answer);
      return keep === null ? [] : [{ kind: 'response-torn', keep }];
    },
  },
  {
    id: 'memory-failure',
    words: 'The chip reports that its memory fails, or a fault inside it (6581, 6F00)',
    faults: () => words('left-out', '6581', '6F00'),
  },
  {
    id: 'not-allowed',
    words: 'The chip says that this is not allowed (6982, 6985)',
    faults: () => words('left-out', '6982', '6985'),
  },
  {
    id: 'not-there',
    words: 'The chip says that there is no such thing (6A82)',
    faults: () => words('left-out', '6A82'),
  },
  {
    id: 'not-understood',
    words: 'The chip does not take the command or its length (6700, 6A86, 6B00, 6D00, 6E00)',
    faults: () => words('left-out', '6700', '6A86', '6B00', '6D00', '6E00'),
  },
  {
    id: 'locked',
    words: 'The chip says that a secret is locked (63C0, 6983, 6984)',
    faults: () => words('left-out', '63C0', '6983', '6984'),
  },
  {
    id: 'wrong-secret',
    words: 'The chip says that a secret is wrong (6300, 63C1)',
    faults: () => words('left-out', '6300', '63C1'),
  },
  {
    id: 'more-to-come',
    words: 'The chip asks for the command once more, or offers more (6C10, 6110)',
    faults: () => words('left-out', '6C10', '6110'),
  },
  {
    id: 'empty-success',
    words: 'The chip says “done” and gives nothing (9000, 6282)',
    faults: () => words('left-out', '9000', '6282'),
  },
  {
    id: 'removed-before',
    words: 'The card is taken away before it has the command',
    faults: () => [{ kind: 'card-removed', moment: 'before' }],
  },
  {
    id: 'removed-after',
    words: 'The card is taken away while it answers',
    faults: () => [{ kind: 'card-removed', moment: 'after' }],
  },
  {
    id: 'swapped',
    words: 'Another card is laid down in its place',
    faults: () => [
      { kind: 'card-removed', moment: 'before' },
      { kind: 'card-removed', moment: 'after' },
    ],
    swapped: true,
  },
  {
    id: 'replayed',
    words: 'An earlier answer is played again',
    faults: () => [{ kind: 'answer-replayed' }],
  },
  {
    id: 'late',
    words: 'The answer comes late',
    faults: () => [{ kind: 'answer-late', byMs: 20 }],
  },
];
