import {
  type CardRecord,
  type CommandFault,
  type CommandPlace,
  createFaultyCard,
  createVirtualCard,
  type FaultPlan,
} from '@honnin/card-simulator';
import { type CommandFaultKind, commandFaultKinds } from './command-faults.ts';
import type { FaultDesk, VisitEnd, VisitPath } from './fault-desk.ts';
import { stepsOf, type VisitStep } from './visit-steps.ts';

/** One visit with one fault at one command, and how it came out. */
export interface WalkedVisit {
  readonly path: VisitPath;
  readonly step: VisitStep;
  readonly place: CommandPlace;
  readonly kind: CommandFaultKind;
  readonly fault: CommandFault;
  readonly end: VisitEnd;
  /** Counters of the card before and after, by application and file. */
  readonly triesBefore: ReadonlyMap<string, number>;
  readonly triesAfter: ReadonlyMap<string, number>;
  /** Whether the next card was read; what stood there instead when it was not. */
  readonly next: true | string;
}

export interface WalkOptions {
  readonly desk: FaultDesk;
  readonly record: CardRecord;
  /** The card that is laid down in its place, or after it. */
  readonly other: CardRecord;
  readonly path: VisitPath;
  /** Leaves out what returns false; every fault at every command when left out. */
  readonly only?: (step: VisitStep, kind: CommandFaultKind, place: CommandPlace) => boolean;
}

const noFaults: FaultPlan = { format: 'honnin-faults/1', faults: [] };

/** The commands of a visit with a card that is well, and the chip's answers to them. */
async function exchangesOf({ desk, record, path }: WalkOptions) {
  const exchanges: { place: CommandPlace; answer: Uint8Array }[] = [];
  const card = createFaultyCard(record, noFaults, {
    onCommand: (place, answer) => void exchanges.push({ place, answer: answer.slice() }),
  });
  await desk.visit(card, path);
  return exchanges;
}

/** Walks every command of a visit with every fault, each in a visit of its own, and lays a good card after it. */
export async function* walkCommandFaults(options: WalkOptions): AsyncGenerator<WalkedVisit> {
  const { desk, record, other, path, only = () => true } = options;
  const exchanges = await exchangesOf(options);
  const steps = stepsOf(exchanges.map(({ place }) => place));
  const nextCard = createVirtualCard(other);
  for (const [index, { place, answer }] of exchanges.entries()) {
    const step = steps[index];
    if (step === undefined) throw new Error('a command without a step');
    for (const kind of commandFaultKinds) {
      if (!only(step, kind, place)) continue;
      for (const fault of kind.faults(answer)) {
        const plan: FaultPlan = { ...noFaults, faults: [{ at: { command: place.number }, fault }] };
        const leave = () => {
          void desk.hand.remove();
          if (kind.swapped) void desk.hand.insert(createVirtualCard(other));
        };
        const card = createFaultyCard(record, plan, { leave });
        const triesBefore = triesOf(card.snapshot());
        const end = await desk.visit(card, path);
        yield {
          path,
          step,
          place,
          kind,
          fault,
          end,
          triesBefore,
          triesAfter: triesOf(card.snapshot()),
          next: await desk.reads(nextCard),
        };
      }
    }
  }
}

function triesOf(record: CardRecord): ReadonlyMap<string, number> {
  return new Map(
    record.applications.flatMap(({ aid, secrets }) =>
      secrets.map(({ id, triesLeft }) => [`${aid} ${id}`, triesLeft] as const),
    ),
  );
}
