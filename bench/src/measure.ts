/** What one step costs: medians over its runs. */
export interface Measurement {
  readonly name: string;
  readonly runs: number;
  /** Milliseconds from start to end, waiting included. */
  readonly wallMs: number;
  /** Milliseconds of processor time of this process, all of its threads. */
  readonly processorMs: number;
  /** The 95th percentile of `wallMs`. */
  readonly wall95Ms: number;
}

/** Runs `work` a few times to warm up, then `runs` times, and takes medians. */
export async function measure(
  name: string,
  runs: number,
  work: (run: number) => unknown,
): Promise<Measurement> {
  for (let run = 0; run < Math.min(3, runs); run += 1) await work(run);
  const wall: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await work(run);
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    processor.push((user + system) / 1000);
  }
  return {
    name,
    runs,
    wallMs: quantile(wall, 0.5),
    processorMs: quantile(processor, 0.5),
    wall95Ms: quantile(wall, 0.95),
  };
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
