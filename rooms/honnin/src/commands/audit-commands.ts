import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDatabaseUnavailable, verifyAudit } from '@honnin/eligibility';
import { type Attempt, done, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { sealingKeyPattern } from '../configuration/setting-forms.ts';
import { openPool } from '../services/open-pool.ts';
import { readSecret } from '../services/read-secret.ts';
import { readServiceSection } from '../services/service-section.ts';
import { within } from '../services/setting-place.ts';
import { openEligibilityDatabase } from './eligibility-database.ts';

/** `honnin audit …` */
export function addAuditCommands(program: Command): void {
  program
    .command('audit')
    .description('the eligibility service’s audit log')
    .command('verify')
    .description('is the audit log whole, or where is it not?')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder, when DATABASE_URL is not set')
    .option('--config <file>', 'configuration file: its auditKey opens a sealed log', 'honnin.config.json')
    .action(async (options: { json?: true; data?: string; config: string }) => {
      const key = await readAuditKey(path.resolve(options.config));
      if (key.status === 'failed') return tellFailure(key.reason, options.json === true);
      const data = dataFolder(options.data, process.env);
      // The service's own data come before the demo's.
      const service = path.join(data, 'eligibility');
      const folder = existsSync(path.join(service, 'database')) ? service : path.join(data, 'demo');
      const database = await openEligibilityDatabase(folder, process.env['DATABASE_URL']);
      if (database.status === 'failed') return tellFailure(database.reason, options.json === true);
      await using open = database.value;
      const pool = openPool(open.connectionString, 1);
      try {
        const report = await verifyAudit(pool, key.value === null ? {} : { key: key.value });
        if (report.status !== 'verified') process.exitCode = 1;
        if (options.json) return printJson(report);
        process.stdout.write(`${report.status}: ${report.rows} rows, ${report.heads.length} writers\n`);
        for (const { kind, writerId, sequence, checkId } of report.findings) {
          process.stdout.write(`  ${kind} ${[writerId, sequence, checkId].filter(Boolean).join(' ')}\n`);
        }
      } catch (error) {
        if (!isDatabaseUnavailable(error)) throw error;
        const { message, code = message } = error as NodeJS.ErrnoException;
        tellFailure(reason('database-unavailable', code), options.json === true);
      } finally {
        await pool.end();
      }
    });
}

/** Null where no eligibility service is configured: the demo's log is not sealed. */
async function readAuditKey(config: string): Promise<Attempt<Uint8Array | null>> {
  const section = await readServiceSection(config, 'eligibility');
  if (section.status === 'failed') {
    return section.reason.code === 'service-not-configured' ? done(null) : section;
  }
  const { place, settings } = section.value;
  const key = await readSecret(within(place, 'auditKey'), settings.auditKey, sealingKeyPattern);
  return key.status === 'failed' ? key : done(new Uint8Array(Buffer.from(key.value, 'hex')));
}
