import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { matchingNumberB } from '@honnin/card';
import { createVirtualCard, issueTestCard, plugIntoVpcd, startPrivatePcscd } from '@honnin/card-simulator';
import { reason } from '@honnin/outcome';
import { restoreTestAuthority } from '@honnin/pki';
import type { Command } from 'commander';
import { printJson, tellFailure } from '../command-line/answer.ts';
import { dataFolder } from '../command-line/data-folder.ts';
import { hearInterruption } from '../command-line/hear-interruption.ts';
import { cardHolderOf } from '../demo-town/card-holder-of.ts';
import { openTown, readTown } from '../demo-town/open-town.ts';
import { type CardSource, openCardSource, openReaders, readCardFile } from './card-source.ts';
import { type CardAnchors, readMyNumberCard } from './read-my-number-card.ts';

interface ReadOptions {
  readonly json?: true;
  readonly card?: string;
  readonly reader?: string;
  readonly birth?: string;
  readonly expiry?: string;
  readonly code?: string;
  readonly photo?: string;
  readonly data?: string;
}

/** `honnin card …` */
export function addCardCommands(program: Command): void {
  const card = program.command('card').description('readers, My Number cards, and simulated cards');

  card
    .command('list')
    .description('the readers of this machine and what lies on them')
    .option('--json', 'print one JSON object')
    .option('--data <folder>', 'Honnin’s data folder')
    .action(async (options: { json?: true; data?: string }) => {
      const readers = await openReaders(dataFolder(options.data, process.env));
      if (readers.status === 'failed') return tellFailure(readers.reason, options.json === true);
      await using open = readers.value;
      const list = await open.list();
      if (list.status === 'failed') return tellFailure(list.reason, options.json === true);
      if (options.json) return printJson({ readers: list.value });
      for (const { readerName, card } of list.value) process.stdout.write(`${readerName}: ${card}\n`);
      if (list.value.length === 0) process.stdout.write('no reader\n');
    });

  card
    .command('read')
    .description('read a card; with what is printed on its front, the signed record and photo too')
    .option('--json', 'print one JSON object')
    .option('--card <file>', 'read a simulated card’s file instead of a reader')
    .option('--reader <name>', 'the reader, or the beginning of its name')
    .option('--birth <yyyy-mm-dd>', 'birth date as printed on the card')
    .option('--expiry <yyyy>', 'year of expiry as printed on the card')
    .option('--code <nnnn>', 'security code as printed on the card')
    .option('--photo <file>', 'write the photo (JPEG 2000) to this file')
    .option('--data <folder>', 'Honnin’s data folder; the anchors of its demo town are trusted')
    .action(read);

  card
    .command('issue')
    .description('issue a simulated card for a persona')
    .requiredOption('--persona <id>', 'who: a folder name in personas/people')
    .requiredOption('--out <file>', 'the card’s file')
    .option('--data <folder>', 'Honnin’s data folder; the card is issued by its demo town')
    .action(async (options: { persona: string; out: string; data?: string }) => {
      const now = new Date();
      const town = await openTown({
        directory: townFolder(options.data),
        now,
        progress: (made, of) => process.stderr.write(`founding the demo town: card ${made} of ${of}\r`),
      });
      const person = town.people.find(({ id }) => id === options.persona);
      if (person === undefined) {
        return tellFailure(
          reason('no-such-persona', `choose one of: ${town.people.map(({ id }) => id).join(' ')}`),
          false,
        );
      }
      const issued = await issueTestCard({
        authority: town.authority,
        holder: await cardHolderOf(person, now),
        now,
      });
      await writeFile(options.out, `${JSON.stringify(issued.record)}\n`, { mode: 0o600 });
      process.stdout.write(
        `${options.out}: a test card for ${person.name} (PIN ${person.card.pin ?? 'none'})\n`,
      );
    });

  card
    .command('simulate')
    .description('lay a simulated card on a virtual reader until Ctrl-C')
    .requiredOption('--card <file>', 'the card’s file')
    .option('--vpcd <host:port>', 'a vpcd that listens there; a private pcscd is started when left out')
    .option('--data <folder>', 'Honnin’s data folder')
    .action(simulate);
}

const townFolder = (data: string | undefined) => path.join(dataFolder(data, process.env), 'demo/town');

async function read(options: ReadOptions): Promise<void> {
  const json = options.json === true;
  const data = dataFolder(options.data, process.env);
  const source = await openCardSource({
    data,
    ...(options.card === undefined ? {} : { card: options.card }),
    ...(options.reader === undefined ? {} : { reader: options.reader }),
  });
  if (source.status === 'failed') return tellFailure(source.reason, json);
  await using open = source.value;
  const number = numberOf(options, open);
  if (number === 'incomplete') return tellFailure(reason('matching-number-incomplete'), json);
  const result = await readMyNumberCard({
    connection: open.connection,
    anchors: await anchorsOf(options.data),
    matchingNumberB: number,
    now: new Date(),
  });
  number?.fill(0);
  if (result.status === 'failed') return tellFailure(result.reason, json);
  const { reading, photo } = result.value;
  if (options.photo !== undefined && photo !== null) await writeFile(options.photo, photo, { mode: 0o600 });
  photo?.fill(0);
  const written = options.photo !== undefined && photo !== null ? { photoFile: options.photo } : {};
  if (json)
    return printJson({
      status: reading.cardFace?.trust.status ?? reading.certificate.trust.status,
      ...reading,
      ...written,
    });
  const { certificate, cardFace } = reading;
  process.stdout.write(
    [
      `My Number card ${reading.serial ?? ''} in ${reading.readerName}`,
      `certificate ${certificate.subject}, until ${certificate.notAfter.slice(0, 10)}: ${tell(certificate.trust)}`,
      `PIN tries left: ${reading.pinTriesLeft ?? 'not known'}`,
      cardFace === null
        ? 'card face: not read; give --birth, --expiry and --code as printed on the card'
        : `card face: born ${cardFace.birthDate}, sex ${cardFace.sex}, until ${cardFace.expiryDate}, photo ${cardFace.photoBytes} bytes: ${tell(cardFace.trust)}`,
      '',
    ].join('\n'),
  );
}

const tell = (trust: { status: string; reasons: readonly { code: string }[] }) =>
  [trust.status, ...trust.reasons.map(({ code }) => code)].join(', ');

function numberOf(
  { birth, expiry, code }: ReadOptions,
  source: CardSource,
): Uint8Array | null | 'incomplete' {
  const given = [birth, expiry, code].filter((part) => part !== undefined).length;
  if (given === 0) {
    const { printed } = source;
    if (printed === null) return null;
    const expiryYear = Number(printed.expiryDate.slice(0, 4));
    return matchingNumberB({ birthDate: printed.birthDate, expiryYear, securityCode: printed.securityCode });
  }
  if (birth === undefined || expiry === undefined || code === undefined) return 'incomplete';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birth) || !/^\d{4}$/.test(expiry) || !/^\d{4}$/.test(code))
    return 'incomplete';
  return matchingNumberB({ birthDate: birth, expiryYear: Number(expiry), securityCode: code });
}

/** The demo town's anchors where there is one; a real card's anchors are a later setting. */
async function anchorsOf(data: string | undefined): Promise<CardAnchors> {
  const town = await readTown(path.join(townFolder(data), 'town.json'));
  const authority = town === null ? null : await restoreTestAuthority(town.authority);
  if (authority === null || authority.status === 'failed') return { authentication: [], cardFace: [] };
  const { anchors } = authority.value;
  return { authentication: [anchors.authentication], cardFace: [anchors.cardFace] };
}

async function simulate(options: { card: string; vpcd?: string; data?: string }): Promise<void> {
  const record = await readCardFile(options.card);
  if (record.status === 'failed') return tellFailure(record.reason, false);
  const card = createVirtualCard(record.value);
  if (options.vpcd !== undefined) {
    const [host = '127.0.0.1', port = '35963'] = options.vpcd.split(':');
    const plug = await plugIntoVpcd(card, { host, port: Number(port) });
    if (plug.status === 'failed') return tellFailure(plug.reason, false);
    await using _held = plug.value;
    process.stdout.write(
      `the card of ${record.value.printed.name} lies on the virtual reader; Ctrl-C takes it away\n`,
    );
    using interruption = hearInterruption();
    await interruption.heard;
  } else {
    const pcscd = await startPrivatePcscd({
      directory: path.join(dataFolder(options.data, process.env), 'pcscd'),
    });
    if (pcscd.status === 'failed') return tellFailure(pcscd.reason, false);
    await using held = pcscd.value;
    const inserted = await held.insert(card);
    if (inserted.status === 'failed') return tellFailure(inserted.reason, false);
    process.stdout.write(
      `the card of ${record.value.printed.name} lies on a private reader; Ctrl-C takes it away\n` +
        `other programs reach it with PCSCLITE_CSOCK_NAME=${held.socketName}\n`,
    );
    using interruption = hearInterruption();
    await interruption.heard;
  }
  await writeFile(options.card, `${JSON.stringify(card.snapshot())}\n`, { mode: 0o600 });
}
