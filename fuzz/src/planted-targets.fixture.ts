import type { FuzzTarget } from './fuzz-target.ts';

const sample = Uint8Array.from(Buffer.from('HONNIN 1234'));
const held: Uint8Array[] = [];

/** Readers with a fault each, for the test of the fuzzer. */
export const fuzzTargets: readonly FuzzTarget[] = [
  {
    name: 'throws',
    samples: async () => [sample],
    read: (input) => {
      if (input[0] === 0x48 && input.length === 9) throw new TypeError('planted');
    },
  },
  {
    name: 'hangs',
    samples: async () => [sample],
    read: (input) => {
      if (input.length > 14) for (;;);
    },
  },
  {
    name: 'grows',
    samples: async () => [sample],
    read: (input) => {
      held.push(new Uint8Array(60_000).fill(input.length));
    },
  },
];
