import { writeFile } from 'node:fs/promises';
import { type MyNumberCard, openDocument } from '@honnin/card';
import { type Attempt, done, failed } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { openProgressLine } from '../command-line/progress-line.ts';
import { cardAction } from './card-action.ts';
import { cardAnchorsOf } from './card-anchors.ts';
import { addPrintedOptions, matchingNumberOf, type PrintedOptions } from './card-options.ts';
import { openSecretSources, secretSources } from './card-secret.ts';
import { type CardSource, openCommandSource } from './card-source.ts';
import { tellTrust } from './card-trust.ts';
import { type CardReadingWithPhoto, readMyNumberCard } from './read-my-number-card.ts';
import { readResidenceCard, tellResidenceReading } from './read-residence-card.ts';
import { withMyNumberCard } from './with-my-number-card.ts';

interface ReadOptions extends PrintedOptions {
  readonly photo?: string;
  readonly number?: string;
  readonly spendLastTry?: true;
}

/** `honnin card read` and `honnin card photo` */
export function addCardRead(card: Command): void {
  addPrintedOptions(
    card.command('read'),
    'honnin card read --birth 1980-02-17 --expiry 2035 --code 2285 --photo face.jp2 --json',
  )
    .description('read a card; with what is printed on its front, the signed records and the photo too')
    .option('--photo <file>', 'write the photo (JPEG 2000) to this file')
    .option('--number <AB12345678CD>', 'of a residence card: the card number at its top right')
    .option('--spend-last-try', 'present the number even when a wrong one would lock it')
    .action(cardAction(read));
  addPrintedOptions(
    card.command('photo'),
    'honnin card photo --out face.jp2 --birth 1980-02-17 --expiry 2035 --code 2285',
  )
    .description('write the photo of a card to a file, and say whether its issuer signed it')
    .requiredOption('--out <file>', 'the file to write (JPEG 2000)')
    .option('--spend-last-try', 'present the number even when a wrong one would lock it')
    .action(cardAction(photo));
}

/** Reads whatever document lies there; a residence card prints and writes by itself what it has. */
async function read(options: ReadOptions): Promise<Attempt<unknown>> {
  const source = await openCommandSource(options);
  if (source.status === 'failed') return source;
  await using open = source.value;
  const { connection } = open;
  const opened = await openDocument(connection);
  if (opened.status === 'failed') return opened;
  const document = opened.value;
  if (document.kind === 'other') return failed(document.looksLike);
  if (document.kind === 'my-number-card') {
    const result = await readRecords(options, open, document.card, 'as-given');
    return result.status === 'failed' ? result : done(await tellReading(options, result.value));
  }
  const reading = await readResidenceCard({
    document,
    readerName: connection.readerName,
    number: options.number ?? open.number,
    anchors: (await cardAnchorsOf(options.data)).residenceCard,
    photoFile: options.photo ?? null,
    now: new Date(),
  });
  if (reading.status === 'failed') return reading;
  if (!options.json) return done(process.stdout.write(tellResidenceReading(reading.value)));
  const { status, reasons } = reading.value.front?.trust ?? notOpened;
  return done(printJson({ status, reasons, ...reading.value }));
}

/** Nothing of it was checked. */
const notOpened = { status: 'undetermined', reasons: [] } as const;

async function readRecords(
  options: ReadOptions,
  source: CardSource,
  card: MyNumberCard,
  wish: 'as-given' | 'ask',
): Promise<Attempt<CardReadingWithPhoto>> {
  using secrets = openSecretSources(secretSources());
  const number = await matchingNumberOf(options, source, secrets, wish);
  if (number.status === 'failed') return number;
  // A reading takes less than a second: only a terminal hears of its steps, a log does not.
  const isTerminal = process.stderr.isTTY;
  using line = openProgressLine({
    isTTY: isTerminal,
    write: (text) => (isTerminal ? process.stderr.write(text) : undefined),
  });
  try {
    return await readMyNumberCard({
      card,
      readerName: source.connection.readerName,
      anchors: await cardAnchorsOf(options.data),
      matchingNumberB: number.value,
      now: new Date(),
      spendLastTry: options.spendLastTry === true,
      progress: (text, share) => line.show(text, share),
    });
  } finally {
    number.value?.fill(0);
  }
}

async function tellReading(options: ReadOptions, { reading, photo }: CardReadingWithPhoto): Promise<void> {
  if (options.photo !== undefined && photo !== null) await writeFile(options.photo, photo, { mode: 0o600 });
  photo?.fill(0);
  const photoFile = options.photo !== undefined && photo !== null ? { photoFile: options.photo } : {};
  if (options.json) return printJson({ ...reading, ...photoFile });
  const { certificate, attributes, proof } = reading;
  const lines = [
    `My Number card ${reading.serial ?? ''} in ${reading.readerName}`,
    `certificate ${certificate.subject}, until ${certificate.notAfter.slice(0, 10)}: ${tellTrust(certificate.trust)}`,
    `PIN tries left: ${reading.pinTriesLeft ?? 'not known'}`,
    ...(attributes === null || proof === null
      ? ['card face: not read; give --birth, --expiry and --code as printed on the card']
      : [
          `${attributes.name ?? 'name not read'}, ${attributes.address ?? 'address not read'}: ${tellTrust(attributes.trust)}`,
          `born ${attributes.birthDate}, sex ${attributes.sex}, photo ${reading.photo?.bytes ?? 0} bytes: ${tellTrust(proof.trust)}`,
        ]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function photo(options: ReadOptions & { readonly out: string }): Promise<Attempt<unknown>> {
  return withMyNumberCard(options, async (card, open) => {
    const result = await readRecords(options, open, card, 'ask');
    if (result.status === 'failed') return result;
    const { reading, photo: bytes } = result.value;
    const { status, reasons } = reading.proof?.trust ?? reading;
    if (bytes !== null) await writeFile(options.out, bytes, { mode: 0o600 });
    const photoFile = bytes === null ? null : options.out;
    const size = bytes?.length ?? 0;
    bytes?.fill(0);
    if (options.json) return done(printJson({ status, reasons, photoFile, bytes: size, format: 'jp2' }));
    const what = photoFile === null ? 'this card holds no photo' : `${photoFile}: ${size} bytes`;
    return done(process.stdout.write(`${what}: ${tellTrust({ status, reasons })}\n`));
  });
}
