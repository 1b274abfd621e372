import { createHash } from 'node:crypto';
import { matchingNumberB } from '@honnin/card';
import {
  type CardRecord,
  createFaultyCard,
  createInProcessReaders,
  type FaultPlan,
  type FlippedBit,
} from '@honnin/card-simulator';
import { type VisitContext, type VisitEvent, visitMachine } from '@honnin/identification';
import type { TestAuthority } from '@honnin/pki';
import { beforeAll, describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { bytesOf, filesOfVisit } from '../test/damaged-files.ts';
import { holder, issueCard, makeAuthority, matchingNumberOf } from '../test/lay-out-terminal.ts';
import { createVisitMemory, forgetAll } from './visit-memory.ts';
import type { VisitTools } from './visit-tools.ts';
import { openCardFace } from './work/open-card-face.ts';
import { readCard } from './work/read-card.ts';

// Every byte that a visit by face reads, with one of its bits turned over, through the work of a visit's states.
const readerName = 'Tray';
let authority: TestAuthority;
let record: CardRecord;
let context: VisitContext;

beforeAll(async () => {
  authority = await makeAuthority();
  record = (await issueCard(authority)).snapshot();
  ({ context } = createActor(visitMachine).getSnapshot());
});

/** What a visit knows after reading; null where it came to nothing. */
interface Read {
  readonly event: VisitEvent;
  readonly certificate: string | null;
  readonly holder: string | null;
}

async function createReading() {
  const flippedBits: FlippedBit[] = [];
  const plan: FaultPlan = { format: 'honnin-faults/1', faults: [], flippedBits };
  const readers = createInProcessReaders([readerName]);
  const laid = readers.insert(readerName, createFaultyCard(record, plan));
  if (laid.status === 'failed') throw new Error(laid.reason.code);
  // What reading a card needs of a terminal; any other use of it is a bug of this test.
  const tools = {
    readers,
    anchors: {
      cardFace: [authority.anchors.cardFace],
      authentication: [authority.anchors.authentication],
    },
    clock: () => new Date(),
    graceAfterExpiryMs: 0,
    matchingNumberSource: async () => matchingNumberB(matchingNumberOf(holder)),
    faceTries: { standing: () => ({ failed: 0, triesLeft: 5, waitMs: 0 }) },
    random: (length: number) => new Uint8Array(length).fill(7),
    children: { underAge: 0, path: { kind: 'as-others' } },
  } as unknown as VisitTools;
  const { signal } = new AbortController();
  return {
    async readWith(flipped: FlippedBit | null): Promise<Read> {
      flippedBits.splice(0, flippedBits.length, ...(flipped === null ? [] : [flipped]));
      const memory = createVisitMemory();
      const order = { tools, memory, context, readerName, signal };
      try {
        const read = await readCard(order);
        const event = read.type === 'card-read' ? await openCardFace(order) : read;
        const face = memory.cardFace?.verified ?? null;
        return {
          event,
          certificate: read.type === 'card-read' ? (memory.session?.certificate.fingerprint ?? null) : null,
          holder:
            face === null
              ? null
              : [face.birthDate, face.sex, sha256(face.photo), sha256(face.publicKey.modulus)].join(' '),
        };
      } finally {
        await forgetAll(memory);
      }
    },
    [Symbol.asyncDispose]: () => readers[Symbol.asyncDispose](),
  };
}

const sha256 = (bytes: Uint8Array | null) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

describe('a damaged chip, byte by byte', () => {
  test.each(filesOfVisit.map((file) => [`${file.application} ${file.file}`, file] as const))(
    '%s: whatever bit turns over, nobody is somebody else',
    async (_name, file) => {
      await using reading = await createReading();
      const right = await reading.readWith(null);
      expect(right.event.type).toBe('card-face-verified');
      const content = bytesOf(record, file);
      let refused = 0;
      for (let byte = 0; byte < content.length; byte += 1) {
        const flipped = { ...file, byte, bit: (byte * 5) % 8 };
        const { event, certificate, holder: who } = await reading.readWith(flipped);
        const where = `byte ${byte} of ${content.length}: ${JSON.stringify(event)}`;
        if (event.type === 'card-face-verified') {
          expect({ certificate, who }, where).toEqual({ certificate: right.certificate, who: right.holder });
        } else {
          expect(['card-failed', 'card-face-refused', 'card-face-unreadable'], where).toContain(event.type);
          refused += 1;
        }
      }
      expect(refused).toBeGreaterThan(10);
      expect((await reading.readWith(null)).event.type).toBe('card-face-verified');
    },
  );
});
