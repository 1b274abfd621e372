import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPeople } from '@honnin/personas';
import { readConfiguration, startDemo } from 'honnin/demo';
import { pino } from 'pino';
import { quantile } from './measure.ts';
import type { Line } from './report.ts';
import { visitAs } from './scripted-visitor.ts';

const visits = [
  'sato',
  'tanaka',
  'suzuki',
  'takahashi',
  'yamamoto',
  'nakamura',
  'watanabe',
  'okafor',
  'nguyen',
];

/** How long a person waits for their tap to be thought of: reading two lines and reaching out. */
const tapMs = 1_500;

/** Whole visits in a running demo: card down to identified, and to done, with a person's own time in between. */
export async function measureVisit(models: string): Promise<Line[]> {
  const data = await mkdtemp(path.join(tmpdir(), 'honnin-bench-'));
  const configuration = await readConfiguration(path.join(data, 'none.json'));
  if (configuration.status === 'failed') throw new Error(configuration.reason.code);
  try {
    const started = await startDemo({
      port: 0,
      data,
      models,
      // What a person does with their card is not the machine's time.
      configuration: {
        ...configuration.value,
        demo: { ...configuration.value.demo, matchingNumber: 'tray' },
      },
      clock: () => new Date(),
      log: pino({ level: 'silent' }),
      progress: () => undefined,
    });
    if (started.status === 'failed') throw new Error(`${started.reason.code} ${started.reason.detail ?? ''}`);
    await using demo = started.value;
    const people = await loadPeople();
    const identified: number[] = [];
    const done: number[] = [];
    const processor: number[] = [];
    for (const id of visits) {
      const person = people.find((each) => each.id === id);
      if (person === undefined) throw new Error(`no persona ${id}`);
      const cpu = process.cpuUsage();
      const times = await visitAs(person, { url: demo.url, tapMs, layCard: () => demo.tray.lay(id) });
      const { user, system } = process.cpuUsage(cpu);
      identified.push(times.identifiedMs - tapMs);
      done.push(times.doneMs);
      processor.push((user + system) / 1000);
      await demo.tray.takeAway();
    }
    const line = (name: string, wall: readonly number[], limit: number): Line => ({
      name,
      runs: visits.length,
      wallMs: quantile(wall, 0.5),
      wall95Ms: quantile(wall, 0.95),
      processorMs: quantile(processor, 0.5),
      budget: { of: 'wallMs', limit },
    });
    return [
      line(
        `card down to identified (${demo.tray.kind}, 424 kbit/s; the tap on "face" left out)`,
        identified,
        6_000,
      ),
      line(
        `whole visit, ${tapMs} ms for each of two taps (processor time without the face worker’s)`,
        done,
        20_000,
      ),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
