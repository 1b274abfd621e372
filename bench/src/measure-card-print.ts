import { readFile } from 'node:fs/promises';
import { binomialInterval } from '@honnin/face/evaluation';
import { loadPeople, personFile } from '@honnin/personas';
import { openCardPrintReader } from '@honnin/printed-card';
import { openPrintEngine, type PrintEngine, type RgbImage } from '@honnin/printed-card/engine';
import {
  drawCard,
  encodePicture,
  photograph,
  pictureSize,
  seededChance,
  steadyPhotograph,
} from '@honnin/printed-card/sample-kit';
import sharp from 'sharp';
import { hardships } from './card-print/hardships.ts';
import { readShownCard, type ShownCard } from './card-print/read-shown-card.ts';
import { samplePerson, today } from './card-print/sample-people.ts';
import { peakMegabytes, processorMilliseconds, residentMegabytes } from './face-worker-process.ts';
import { quantile } from './measure.ts';

export interface CardPrintOptions {
  /** Cards for each hardship. */
  readonly count?: number;
  readonly say: (what: string) => void;
}

/** As many as come in about two seconds: somebody who sees no progress would rather type. */
const framesShown = 6;

/** Share of cards read rightly and wrongly under each hardship, and what a frame costs. */
export async function measureCardPrint({ count = 25, say }: CardPrintOptions): Promise<string> {
  const opened = await openPrintEngine(1);
  if (opened.status === 'failed') throw new Error(opened.reason.code);
  await using engine = opened.value;
  const portraits = await portraitsOfPersonas();
  const rows: string[] = [];
  const all: ShownCard[] = [];
  for (const { name, take } of hardships) {
    say(`card-print: ${name}`);
    const shown: ShownCard[] = [];
    for (let index = 0; index < count; index++) {
      const chance = seededChance(`${name} ${index}`);
      const portrait = portraits[chance.whole(0, portraits.length - 1)] ?? new Uint8Array(0);
      const { card, style } = samplePerson(chance, portrait);
      const drawn = await drawCard(card, style);
      shown.push(
        await readShownCard(engine, card, framesShown, () => photograph(drawn, take(chance), chance)),
      );
    }
    rows.push(row(name, shown));
    say(rows.at(-1) ?? name);
    all.push(...shown);
  }
  say('card-print: the personas’ own cards, and pictures without a card');
  const own = await showPersonas(engine);
  rows.push(row('the personas’ own cards, a little of everything', own));
  all.push(...own);
  const faces = await showFaces(engine);
  const wrong = [...all, ...faces].filter(({ outcome }) => outcome === 'wrong').length;
  const trials = all.length + faces.length;
  const most = binomialInterval(wrong, trials).high;
  const times = all.flatMap(({ frameMs }) => frameMs);
  return [
    `${count} cards for each row, every one of another person who does not exist, drawn by the sample kit; at most ${framesShown} frames of 640x480 each.`,
    '',
    '| held so | read rightly | 95 % | read wrongly | not read | frames, median |',
    '|---|---:|---|---:|---:|---:|',
    ...rows,
    '',
    `Read wrongly in all: ${wrong} of ${trials} (95 % interval up to ${(100 * most).toFixed(2)} %), ${faces.length} faces without a card among them.`,
    '',
    `One frame in process: median ${quantile(times, 0.5).toFixed(0)} ms, 95 % ${quantile(times, 0.95).toFixed(0)} ms elapsed, one thread.`,
    '',
    ...(await measureProcess()),
    '',
  ].join('\n');
}

function row(name: string, shown: readonly ShownCard[]): string {
  const of = (outcome: ShownCard['outcome']) => shown.filter((one) => one.outcome === outcome);
  const right = of('right');
  const { low, high } = binomialInterval(right.length, shown.length);
  const frames =
    right.length === 0
      ? ''
      : quantile(
          right.map((one) => one.frames),
          0.5,
        ).toFixed(0);
  return `| ${name} | ${percent(right.length / shown.length)} | ${percent(low)}–${percent(high)} | ${of('wrong').length} | ${of('not-read').length} | ${frames} |`;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

async function portraitsOfPersonas(): Promise<readonly Uint8Array[]> {
  const people = (await loadPeople()).filter(({ frames }) => frames.length > 0);
  return Promise.all(
    people.map(async ({ id }) => new Uint8Array(await readFile(personFile(id, 'portrait.jpg')))),
  );
}

async function pixels(input: Uint8Array, width?: number, height?: number): Promise<RgbImage> {
  const resized = width === undefined ? sharp(input) : sharp(input).resize(width, height);
  const { data, info } = await resized.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** Every persona's card as the demo shows it, three times. */
async function showPersonas(engine: PrintEngine): Promise<ShownCard[]> {
  const take = hardships.at(-1)?.take;
  if (take === undefined) throw new Error('no hardship');
  const shown: ShownCard[] = [];
  for (const { id, name, address, birthDate, sex, card } of await loadPeople()) {
    const drawn = await pixels(new Uint8Array(await readFile(personFile(id, 'card-front.png'))));
    const { expiryDate, securityCode } = card;
    const printed = { name, address, birthDate, sex, expiryDate, securityCode };
    for (let time = 0; time < 3; time++) {
      const chance = seededChance(`${id} ${time}`);
      shown.push(
        await readShownCard(engine, printed, framesShown, () => photograph(drawn, take(chance), chance)),
      );
    }
  }
  return shown;
}

/** Somebody who looks into the camera without a card: nothing may be read. */
async function showFaces(engine: PrintEngine): Promise<ShownCard[]> {
  const shown: ShownCard[] = [];
  for (const { id, frames } of await loadPeople()) {
    const [frame] = frames;
    if (frame === undefined) continue;
    const file = new Uint8Array(await readFile(personFile(id, `live/${frame.file}`)));
    const picture = await pixels(file, pictureSize.width, pictureSize.height);
    shown.push(await readShownCard(engine, null, 3, () => picture));
  }
  return shown;
}

/** What the process beside the terminal costs, from its start to a card that was read. */
async function measureProcess(): Promise<string[]> {
  const chance = seededChance('process');
  const { card, style } = samplePerson(chance, (await portraitsOfPersonas())[0] ?? new Uint8Array(0));
  const drawn = await drawCard(card, style);
  const frame = () => encodePicture(photograph(drawn, steadyPhotograph, chance));
  const start = performance.now();
  using reader = openCardPrintReader({ today });
  await reader.offerFrame(frame());
  const first = performance.now() - start;
  const rest: number[] = [];
  const processorBefore = processorMilliseconds(reader.processId) ?? Number.NaN;
  const empty = encodePicture({ ...pictureSize, data: new Uint8Array(3 * 640 * 480).fill(128) });
  for (let i = 0; i < 20; i++) {
    // A card held up, but its code hidden: the whole work, over and over.
    const hidden = encodePicture(
      photograph(drawn, { ...steadyPhotograph, fingers: 9, hand: 'below' }, chance),
    );
    const at = performance.now();
    await reader.offerFrame(hidden);
    rest.push(performance.now() - at);
  }
  const processor = ((processorMilliseconds(reader.processId) ?? Number.NaN) - processorBefore) / rest.length;
  const at = performance.now();
  await reader.offerFrame(empty);
  const nothing = performance.now() - at;
  return [
    '| its process | |',
    '|---|---:|',
    `| from its start to the first frame’s answer | ${first.toFixed(0)} ms |`,
    `| a frame with a card, median elapsed | ${quantile(rest, 0.5).toFixed(0)} ms |`,
    `| a frame with a card, processor time | ${processor.toFixed(0)} ms |`,
    `| a frame without a card | ${nothing.toFixed(0)} ms |`,
    `| resident memory after ${rest.length + 2} frames | ${residentMegabytes(reader.processId).toFixed(0)} MB |`,
    `| the most it had | ${(peakMegabytes(reader.processId) ?? Number.NaN).toFixed(0)} MB |`,
  ];
}
