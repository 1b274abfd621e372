// `npm test`: sets up what is missing, Debian packages included where it may, and runs everything.
// `npm test -- unit integration browser` runs only those parts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installDebianPackages } from './install-debian-packages.mjs';
import { checkout, dataFolder, prepare } from './prepare.mjs';

const parts =
  process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['check', 'unit', 'integration', 'browser'];
const underCi = process.env.CI === 'true' || process.env.CI === '1';
const data = dataFolder();

process.stdout.write('Honnin: getting ready for the tests\n');
installDebianPackages();
prepare(data);

const count = { passed: 0, failed: 0, skipped: 0 };
const skips = [];

function runCheck() {
  const result = spawnSync(process.execPath, ['setup/check.mjs'], { cwd: checkout, stdio: 'inherit' });
  if (result.status === 0) count.passed += 1;
  else count.failed += 1;
}

function runProject(project) {
  const report = path.join(data, `test-${project}.json`);
  rmSync(report, { force: true });
  const vitest = path.join(checkout, 'node_modules/vitest/vitest.mjs');
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const result = spawnSync(process.execPath, [vitest, ...args], {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, HONNIN_DATA: data },
  });
  if (!existsSync(report)) {
    count.failed += 1;
    process.stdout.write(`${project}: the test runner ended without a report\n`);
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  count.passed += numPassedTests;
  count.failed += numFailedTests;
  count.skipped += numPendingTests;
  // A file that could not even be loaded counts no test of its own; it is a failure all the same.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  count.failed += broken;
  if (result.status !== 0 && numFailedTests + broken === 0) count.failed += 1;
  for (const file of testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'pending' || test.status === 'skipped')
        skips.push(`${path.relative(checkout, file.name)}: ${test.fullName}`);
    }
  }
}

for (const part of parts) {
  process.stdout.write(`\n== ${part}\n`);
  if (part === 'check') runCheck();
  else runProject(part);
}

if (skips.length > 0) {
  process.stdout.write(`\nskipped:\n${skips.map((line) => `  ${line}`).join('\n')}\n`);
  if (underCi) process.stdout.write('Under CI every tool must be there: a skip counts as a failure.\n');
}
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
process.exit(count.failed > 0 || (underCi && count.skipped > 0) ? 1 : 0);
