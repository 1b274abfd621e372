// One target in a thread of its own, where it may hang or run out of memory without harm.
import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { Coverage } from './coverage.ts';
import type { FuzzOrder, FuzzReport } from './fuzz-messages.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { anyMutation, mutate } from './mutation.ts';

const { name, targets, seconds, seed, current, length, beats } = workerData as FuzzOrder;
const { fuzzTargets } = (await import(targets)) as { fuzzTargets: readonly FuzzTarget[] };
const target = fuzzTargets.find((one) => one.name === name);
if (target === undefined) throw new Error(`no target ${name}`);

const batch = 64;
/** What the corpus may hold; the rest of the time goes to what it holds already. */
const largestCorpus = 4_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Notes the input where the watching thread finds it, should reading it never end. */
function note(input: Uint8Array): void {
  new Uint8Array(current).set(input);
  Atomics.store(new Int32Array(length), 0, input.length);
  Atomics.add(new Int32Array(beats), 0, 1);
}

async function read(input: Uint8Array): Promise<void> {
  note(input);
  await target?.read(input);
}

function heldMegabytes(): number {
  collectGarbage();
  const { heapUsed, external } = memoryUsage();
  return (heapUsed + external) / 1024 ** 2;
}

async function fuzz(): Promise<FuzzReport> {
  using coverage = await Coverage.start((url) => url.includes('/rooms/'));
  const corpus = [...((await target?.samples()) ?? [])];
  let inputs = 0;
  let corpusBytes = 0;
  for (const sample of corpus) {
    await read(sample);
    inputs += 1;
  }
  await coverage.newlyReached('note');
  const fromSamples = coverage.total;

  const end = performance.now() + seconds * 1000;
  const settled = performance.now() + seconds * 300;
  let settledMegabytes: number | undefined;
  for (let round = 0; performance.now() < end; round++) {
    const tried: Uint8Array[] = [];
    const found = await fc.check(
      fc.asyncProperty(anyMutation, async (mutation) => {
        const input = mutate(mutation, corpus);
        tried.push(input);
        await read(input);
      }),
      { numRuns: batch, seed: seed + round, endOnFailure: false },
    );
    inputs += tried.length;
    if (found.failed) {
      const [mutation] = found.counterexample ?? [];
      const input = mutation === undefined ? tried.at(-1) : mutate(mutation, corpus);
      const error = found.errorInstance;
      return {
        kind: 'finding',
        inputs,
        input: input ?? new Uint8Array(),
        what: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    }
    if (corpusBytes < largestCorpus && (await coverage.newlyReached('look')) > 0) {
      // Which of the batch it was is asked one by one: seldom, and cheaper than asking after each.
      for (const input of tried) {
        await read(input);
        if ((await coverage.newlyReached('note')) === 0) continue;
        corpusBytes += input.length;
        corpus.push(input);
      }
    }
    if (settledMegabytes === undefined && performance.now() > settled) settledMegabytes = heldMegabytes();
  }
  return {
    kind: 'done',
    inputs,
    corpus: corpus.length,
    reachedBySamples: fromSamples,
    reached: coverage.total,
    grownMegabytes: heldMegabytes() - (settledMegabytes ?? heldMegabytes()),
  };
}

parentPort?.postMessage(await fuzz());
