import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkOqsFile, maximumOqsBytes, type OqsReport } from '@honnin/exchange';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';

/** `honnin exchange …` */
export function addExchangeCommands(program: Command): void {
  program
    .command('exchange')
    .description('files for hospital systems')
    .command('check')
    .description('read OQS files and say what is wrong where')
    .argument('<file...>', 'OQS, YZK or TKK files (XML)')
    .option('--json', 'print one JSON object')
    .action(async (files: string[], options: { json?: true }) => {
      const reports: OqsReport[] = [];
      for (const file of files) {
        const bytes = await readBounded(file);
        if (bytes.status === 'failed') return tellFailure(bytes.reason, options.json === true);
        const report = checkOqsFile(bytes.value, path.basename(file));
        reports.push(report);
        if (!options.json) tell(report);
      }
      if (reports.some(({ status }) => status === 'rejected')) process.exitCode = 1;
      if (options.json) printJson({ status: worst(reports), files: reports });
    });
}

/** Reads no more than an OQS file may have, so that a wrong argument cannot fill the memory. */
async function readBounded(file: string): Promise<Attempt<Uint8Array>> {
  try {
    const { size } = await stat(file);
    if (size > maximumOqsBytes)
      return failed(reason('file-unreadable', `${file}: larger than ${maximumOqsBytes} bytes`));
    return done(new Uint8Array(await readFile(file)));
  } catch (error) {
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
}

function worst(reports: readonly OqsReport[]): OqsReport['status'] {
  if (reports.some(({ status }) => status === 'rejected')) return 'rejected';
  return reports.some(({ status }) => status === 'undetermined') ? 'undetermined' : 'verified';
}

function tell(report: OqsReport): void {
  process.stdout.write(
    `${report.fileName}: ${report.status}${report.kind === null ? '' : ` (${report.kind.en})`}\n`,
  );
  for (const { severity, number, path, line, message, detail } of report.findings) {
    const where = line === undefined ? path : `line ${line}, ${path}`;
    process.stdout.write(
      `  ${severity} ${number} ${where}: ${message.en}${detail === undefined ? '' : ` (${detail})`}\n`,
    );
  }
}
