import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CardRecord,
  createFaultyCard,
  type FaultPlan,
  namedFaultPlans,
  parseFaultPlan,
  plugIntoVpcd,
  startPrivatePcscd,
} from '@honnin/card-simulator';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { cardAction } from './card-action.ts';
import { powerUp, readCardFile } from './card-file.ts';

interface SimulateOptions {
  readonly card: string;
  readonly vpcd?: string;
  readonly fault?: string;
  readonly json?: true;
  readonly data?: string;
}

/** `honnin card simulate` */
export function addCardSimulate(card: Command): void {
  card
    .command('simulate')
    .description(
      'lay a simulated card on a virtual reader until Ctrl-C; spent tries and new PINs stay in its file',
    )
    .requiredOption('--card <file>', 'the card’s file')
    .option('--vpcd <host:port>', 'a vpcd that listens there; a private pcscd is started when left out')
    .option(
      '--fault <name>',
      `what goes wrong with a My Number card: a plan’s JSON file, or one of ${Object.keys(namedFaultPlans).join(', ')}`,
    )
    .option('--json', 'print one JSON object once the card lies there')
    .option('--data <folder>', 'Honnin’s data folder')
    .addHelpText(
      'after',
      '\nExample:\n  honnin card issue --persona sato --out sato.json\n' +
        '  honnin card simulate --card sato.json --vpcd 127.0.0.1:35963',
    )
    .action(cardAction(simulate));
}

async function simulate(options: SimulateOptions): Promise<Attempt<unknown>> {
  const read = await readCardFile(options.card);
  if (read.status === 'failed') return read;
  const file = read.value;
  const plan = await faultPlanOf(options.fault);
  if (plan.status === 'failed') return plan;
  // What takes the card off its reader, once it lies on one.
  let takeAway = () => {};
  const { chip, record } =
    plan.value === null || file.kind === 'residence-card'
      ? powerUp(file)
      : powerUpFaulty(file.record, plan.value, () => takeAway());
  const tell = (text: string, where: object) =>
    options.json
      ? printJson({ status: 'laid', card: options.card, ...where })
      : process.stdout.write(
          `the card of ${file.record.printed.name} lies on ${text}; Ctrl-C takes it away\n`,
        );
  // Heard from here on, so that a signal in the next moment loses no counter.
  using interruption = hearInterruption();
  if (options.vpcd !== undefined) {
    const [host = '127.0.0.1', port = '35963'] = options.vpcd.split(':');
    const plug = await plugIntoVpcd(chip, { host, port: Number(port) });
    if (plug.status === 'failed') return plug;
    await using held = plug.value;
    takeAway = () => void held[Symbol.asyncDispose]();
    tell('the virtual reader', { vpcd: `${host}:${port}` });
    await Promise.race([interruption.heard, held.unplugged]);
  } else {
    const pcscd = await startPrivatePcscd({
      directory: path.join(dataFolder(options.data, process.env), 'pcscd'),
    });
    if (pcscd.status === 'failed') return pcscd;
    await using held = pcscd.value;
    takeAway = () => void held.remove();
    const inserted = await held.insert(chip);
    if (inserted.status === 'failed') return inserted;
    tell('a private reader', { socketName: held.socketName });
    if (!options.json)
      process.stdout.write(`other programs reach it with PCSCLITE_CSOCK_NAME=${held.socketName}\n`);
    await interruption.heard;
  }
  const now = record();
  if (now !== null) await writeFile(options.card, `${JSON.stringify(now)}\n`, { mode: 0o600 });
  return done(null);
}

function powerUpFaulty(record: CardRecord, plan: FaultPlan, leave: () => void) {
  const card = createFaultyCard(record, plan, { leave });
  return { chip: card, record: () => card.snapshot() };
}

async function faultPlanOf(wanted: string | undefined): Promise<Attempt<FaultPlan | null>> {
  if (wanted === undefined) return done(null);
  if (Object.hasOwn(namedFaultPlans, wanted))
    return done(namedFaultPlans[wanted as keyof typeof namedFaultPlans]);
  try {
    return parseFaultPlan(JSON.parse(await readFile(wanted, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return failed(reason('fault-plan-malformed', `${wanted} is not JSON`));
    const { code = 'error' } = error as NodeJS.ErrnoException;
    // A plan's name is no path: whoever mistyped one is told the names.
    return code === 'ENOENT' && path.extname(wanted) === ''
      ? failed(
          reason(
            'fault-plan-malformed',
            `no plan is called ${wanted}: choose one of ${Object.keys(namedFaultPlans).join(', ')}`,
          ),
        )
      : failed(reason('file-unreadable', `${wanted}: ${code}`));
  }
}
