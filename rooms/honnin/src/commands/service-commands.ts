import path from 'node:path';
import { verifyAudit } from '@honnin/eligibility';
import type { Command } from 'commander';
import { Pool } from 'pg';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { openEligibilityDatabase } from './eligibility-database.ts';

/** `honnin audit …` */
export function addServiceCommands(program: Command): void {
  program
    .command('audit')
    .description('the eligibility service’s audit log')
    .command('verify')
    .description('is the audit log whole, or where is it not?')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder, when DATABASE_URL is not set')
    .action(async (options: { json?: true; data?: string }) => {
      const folder = path.join(dataFolder(options.data, process.env), 'demo');
      const database = await openEligibilityDatabase(folder, process.env['DATABASE_URL']);
      if (database.status === 'failed') return tellFailure(database.reason, options.json === true);
      await using open = database.value;
      const pool = new Pool({ connectionString: open.connectionString, max: 1 });
      try {
        const report = await verifyAudit(pool);
        if (report.status !== 'verified') process.exitCode = 1;
        if (options.json) return printJson(report);
        process.stdout.write(`${report.status}: ${report.rows} rows, ${report.heads.length} writers\n`);
        for (const { kind, writerId, sequence, checkId } of report.findings) {
          process.stdout.write(`  ${kind} ${[writerId, sequence, checkId].filter(Boolean).join(' ')}\n`);
        }
      } finally {
        await pool.end();
      }
    });
}
