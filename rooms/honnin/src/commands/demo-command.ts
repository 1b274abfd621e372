import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { startDemo } from '../demo/start-demo.ts';

interface DemoCommandOptions {
  readonly port: number;
  readonly data?: string;
  readonly config: string;
}

/** `honnin demo` */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('a whole hospital on this machine: kiosk, console, wallet, eligibility service')
    .option('--port <number>', 'port of 127.0.0.1', parsePort, 8080)
    .option('--data <folder>', 'Honnin’s data folder')
    .option('--config <file>', 'configuration file', 'honnin.config.json')
    .action(runDemo);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a number from 0 to 65535');
  return port;
}

/** On a terminal each step replaces the one before; elsewhere each has a line of its own. */
function showStep(step: string): void {
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[K  ${step}` : `  ${step}\n`);
}

async function runDemo(options: DemoCommandOptions): Promise<void> {
  const configuration = await readConfiguration(path.resolve(options.config));
  if (configuration.status === 'failed') return tellFailure(configuration.reason, false);
  const data = dataFolder(options.data, process.env);
  // Ctrl-C during the start counts too: the start is finished, then everything is stopped in order.
  using interruption = hearInterruption();
  const databaseUrl = process.env['DATABASE_URL'];
  const demo = await startDemo({
    port: options.port,
    data,
    configuration: configuration.value,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    clock: () => new Date(),
    log: pino(
      { level: process.env['HONNIN_LOG'] ?? 'warn' },
      pino.destination(path.join(data, 'honnin.log')),
    ),
    progress: showStep,
  });
  if (demo.status === 'failed') {
    tellFailure(demo.reason, false);
    // The wait for Ctrl-C would keep a demo alive that never came to be.
    process.exit();
  }
  const { url, tray, hospitalFolder } = demo.value;
  const reader =
    tray.kind === 'pcsc'
      ? 'real pcscd with a virtual reader'
      : `without PC/SC (${tray.withoutPcsc?.code ?? 'as configured'})`;
  process.stdout.write(
    [
      '',
      'Honnin runs. Open:',
      `  ${url}/          start here`,
      `  ${url}/kiosk     what the patient sees`,
      `  ${url}/console   what the staff see`,
      `  ${url}/wallet    the simulated cards to lay on the reader`,
      '',
      `  card reader       ${reader}`,
      `  hospital's files  ${hospitalFolder}`,
      `  relaxed rules     ${configuration.value.demo.relaxations.join(', ') || 'none'}`,
      '',
      'Ctrl-C stops everything.',
      '',
    ].join('\n'),
  );
  await interruption.heard;
  process.stdout.write('\nstopping …\n');
  await demo.value[Symbol.asyncDispose]();
  process.stdout.write('stopped\n');
}
