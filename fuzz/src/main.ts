// `npm run fuzz [-- --seconds 600] [--seed N] [target…]`: hostile bytes for every reader, two targets at a time.
// What is found is kept in fuzz/findings/<target>, and read again by every `npm test`.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { fuzzTargets } from './fuzz-targets.ts';
import { keepFinding } from './keep-finding.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '600' }, seed: { type: 'string' } },
});
const seconds = Number(values.seconds);
const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
const unknown = positionals.filter((name) => !fuzzTargets.some((target) => target.name === name));
if (unknown.length > 0 || !(seconds > 0) || !Number.isInteger(seed)) {
  process.stderr.write(
    `usage: npm run fuzz -- [--seconds N] [--seed N] [${fuzzTargets.map((t) => t.name).join(' | ')}]\n`,
  );
  process.exit(2);
}
const waiting = fuzzTargets
  .map((target) => target.name)
  .filter((name) => positionals.length === 0 || positionals.includes(name));
process.stdout.write(`seed ${seed}, ${seconds} s each\n`);
let findings = 0;

async function work(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const report = await fuzz({ name, seconds, seed });
    if (report.kind === 'finding') {
      findings += 1;
      if (report.inputs === 0) {
        process.stdout.write(`${name}: could not begin\n${report.what}\n`);
        continue;
      }
      const file = await keepFinding(name, report.input);
      process.stdout.write(`${name}: FOUND after ${report.inputs} inputs, kept in ${file}\n${report.what}\n`);
      continue;
    }
    const more = ((report.reached / Math.max(1, report.reachedBySamples) - 1) * 100).toFixed(0);
    process.stdout.write(
      `${name}: ${report.inputs} inputs, nothing found; corpus ${report.corpus}, ` +
        `${more} % more code reached than by the samples, memory ${report.grownMegabytes.toFixed(1)} MB more\n`,
    );
  }
}

await Promise.all([work(), work()]);
process.exit(findings > 0 ? 1 : 0);
