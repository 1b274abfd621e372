import { type Profiler, Session } from 'node:inspector';

/**
 * Tells whether inputs reach code that none reached before, from V8's own block coverage. The usual fuzzers
 * for JavaScript bring native parts that do not run on every machine this project is tested on.
 */
export class Coverage implements Disposable {
  readonly #session = new Session();
  /** For each function, which of its characters were reached. */
  readonly #reached = new Map<string, Uint8Array>();
  readonly #isOurs: (url: string) => boolean;

  private constructor(isOurs: (url: string) => boolean) {
    this.#isOurs = isOurs;
  }

  /** Begins to watch scripts of this thread whose URL is ours; what was loaded before counts too. */
  static async start(isOurs: (url: string) => boolean): Promise<Coverage> {
    const coverage = new Coverage(isOurs);
    coverage.#session.connect();
    await coverage.#post('Profiler.enable');
    await coverage.#post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
    return coverage;
  }

  /**
   * How many characters of code were reached since the last call that had never been reached before. Looking
   * does not count them as reached; noting does.
   */
  async newlyReached(manner: 'look' | 'note'): Promise<number> {
    const answer = (await this.#post(
      'Profiler.takePreciseCoverage',
    )) as Profiler.TakePreciseCoverageReturnType;
    let fresh = 0;
    for (const script of answer.result) {
      if (!this.#isOurs(script.url)) continue;
      for (const one of script.functions) fresh += this.#add(script.url, one, manner);
    }
    return fresh;
  }

  /** How many characters of code were reached in all. */
  get total(): number {
    let total = 0;
    for (const map of this.#reached.values()) for (const one of map) total += one;
    return total;
  }

  [Symbol.dispose](): void {
    this.#session.disconnect();
  }

  #add(url: string, { ranges }: Profiler.FunctionCoverage, manner: 'look' | 'note'): number {
    const [whole] = ranges;
    if (whole === undefined || whole.count === 0) return 0;
    const { startOffset: start, endOffset: end } = whole;
    const key = `${url}:${start}-${end}`;
    const reached = this.#reached.get(key) ?? new Uint8Array(end - start);
    if (manner === 'note') this.#reached.set(key, reached);
    const now = new Uint8Array(end - start);
    // Ranges are nested, the outer ones first.
    for (const range of ranges)
      now.fill(range.count > 0 ? 1 : 0, range.startOffset - start, range.endOffset - start);
    let fresh = 0;
    for (let i = 0; i < now.length; i++) {
      if (now[i] === 1 && reached[i] === 0) {
        if (manner === 'note') reached[i] = 1;
        fresh += 1;
      }
    }
    return fresh;
  }

  #post(method: string, parameters: object = {}): Promise<object | undefined> {
    return new Promise((resolve, reject) => {
      this.#session.post(method, parameters, (error, result) =>
        error === null ? resolve(result) : reject(error),
      );
    });
  }
}
