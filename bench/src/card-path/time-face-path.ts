import type { CardReaders } from '@honnin/card';
import type { VirtualCard } from '@honnin/card-simulator';
import type { BenchWorld } from '../bench-world.ts';
import { measure, quantile } from '../measure.ts';
import type { Line } from '../report.ts';
import { createCountedCard } from './counted-card.ts';
import { readFacePath } from './read-face-path.ts';

/** Budgets of the card: what software may add to a face-path read, and the commands for its record. */
const addedLimitMs = 50;
const recordLimit = 20;
const air = { bitsPerSecond: 424_000 } as const;

export interface Desk {
  readonly name: string;
  readonly readers: CardReaders;
  readonly readerName: string;
  lay(card: VirtualCard): Promise<unknown>;
}

/** Times the whole face path at 424 kbit/s at one desk, and tells the time on the air from everybody else's. */
export async function timeFacePath(desk: Desk, world: BenchWorld, runs: number): Promise<Line[]> {
  const { card, count } = createCountedCard(world.issued.record, air);
  await desk.lay(card);
  const { readers, readerName } = desk;
  const commands = await readFacePath(readers, readerName, world.matchingNumber, count);
  const onAir = count.airMs;
  const added: number[] = [];
  const whole = await measure(
    `${desk.name}: whole face path at 424 kbit/s, ${commands.all} commands, ${onAir.toFixed(0)} ms of it on the air`,
    runs,
    async () => {
      const [start, before] = [performance.now(), count.airMs];
      await readFacePath(readers, readerName, world.matchingNumber, count);
      added.push(performance.now() - start - (count.airMs - before));
    },
  );
  const kept = commands.record <= recordLimit ? 'kept' : 'MISSED';
  return [
    whole,
    {
      ...whole,
      name: `${desk.name}: of that, what software adds to the air; ${commands.record} commands for the card-face record (${recordLimit} allowed: ${kept})`,
      wallMs: quantile(added, 0.5),
      wall95Ms: quantile(added, 0.95),
      budget: { of: 'wallMs', limit: addedLimitMs },
    },
  ];
}
