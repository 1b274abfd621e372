import path from 'node:path';
import type { Command } from 'commander';
import { dataFolder } from '../command-line/data-folder.ts';

/** The options that every `serve` has. */
export interface ServeOptions {
  /** Absolute name of the configuration file. */
  readonly config: string;
  /** Absolute name of Honnin's data folder. */
  readonly data: string;
}

/** Adds `serve` with its options to a service's command. */
export function addServe(
  service: Command,
  description: string,
  serve: (options: ServeOptions) => Promise<void>,
): void {
  service
    .command('serve')
    .description(description)
    .option('--config <file>', 'configuration file', 'honnin.config.json')
    .option('--data <folder>', 'Honnin’s data folder')
    .action(async (given: { config: string; data?: string }) =>
      serve({ config: path.resolve(given.config), data: dataFolder(given.data, process.env) }),
    );
}
