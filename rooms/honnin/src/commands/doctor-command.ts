import path from 'node:path';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { diagnose } from '../doctor/examination.ts';
import { examineDatabase } from '../doctor/examine-database.ts';
import { examineMachine } from '../doctor/examine-machine.ts';
import { examineModels, examinePrintModels, examineReaders, examineRules } from '../doctor/examine-parts.ts';
import { examineServices } from '../doctor/examine-services.ts';

const signs = { ok: 'ok     ', warning: 'warning', missing: 'MISSING' } as const;

/** `honnin doctor` */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('devices, models, services, clock, disk: what is missing and what to do')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder')
    .option('--config <file>', 'configuration file', 'honnin.config.json')
    .action(async (options: { json?: true; data?: string; config: string }) => {
      const data = dataFolder(options.data, process.env);
      const file = path.resolve(options.config);
      const configuration = await readConfiguration(file);
      if (configuration.status === 'failed') return tellFailure(configuration.reason, options.json === true);
      const diagnosis = diagnose([
        ...(await examineMachine(data, new Date())),
        await examineModels(data),
        await examinePrintModels(new Date().toISOString().slice(0, 10)),
        ...(await examineReaders(data)),
        await examineDatabase(process.env['DATABASE_URL']),
        ...examineRules(configuration.value),
        ...(await examineServices(file, configuration.value, new Date())),
      ]);
      if (diagnosis.status === 'not-ready') process.exitCode = 1;
      if (options.json) return printJson(diagnosis);
      for (const { name, status, found, toDo } of diagnosis.findings) {
        process.stdout.write(`${signs[status]} ${name}: ${found}\n`);
        if (toDo !== '') process.stdout.write(`        ${toDo}\n`);
      }
      process.stdout.write(`${diagnosis.status}\n`);
    });
}
