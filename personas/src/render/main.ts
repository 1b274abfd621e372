import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Person } from '../person.ts';
import { cardFront, cardSize } from './card-front.ts';
import { cast } from './cast.ts';
import { chipPhoto } from './chip-photo.ts';
import { type Figure, figureOf } from './figure.ts';
import { type MakehumanData, makehumanData } from './makehuman-data.ts';
import { livePicture, passportPicture } from './photographer.ts';
import { type LiveShot, shotList } from './shot-list.ts';
import { openStudio, type Studio } from './studio.ts';

const people = fileURLToPath(new URL('../../people/', import.meta.url));
const cache =
  process.env['HONNIN_RENDER_CACHE'] ?? fileURLToPath(new URL('../../../.honnin/render/', import.meta.url));
const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const everyone = [...Object.keys(cast), 'hayashi'];

/**
 * Renders the people named on the command line, or all: `npm run render -w @honnin/personas -- sato ito`. With
 * `--missing` only the live pictures that are listed and not there.
 */
async function main(words: readonly string[]): Promise<void> {
  const missing = words.includes('--missing');
  const names = words.filter((word) => word !== '--missing');
  const data = await makehumanData(cache);
  const studio = await openStudio(executable);
  try {
    for (const id of names.length > 0 ? names : everyone) {
      const started = performance.now();
      await (missing ? renderMissing : renderPerson)(data, studio, id);
      console.log(`${id}: ${Math.round((performance.now() - started) / 1000)} s`);
    }
  } finally {
    await studio[Symbol.asyncDispose]();
    data[Symbol.dispose]();
  }
}

async function renderPerson(data: MakehumanData, studio: Studio, id: string): Promise<void> {
  const folder = join(people, id);
  const person = JSON.parse(await readFile(join(folder, 'person.json'), 'utf8')) as Person;
  const member = cast[id];
  let portrait: Buffer | undefined;
  if (member) {
    const figure = figureOf(data, member.recipe);
    for (const [key, make] of figure.textures) await studio.keep(key, make);
    const passport = await passportPicture(studio, figure, member.recipe.smile);
    await chipPhoto(passport, join(folder, 'chip.jp2'));
    portrait = await sharp(passport).resize(240, 320).jpeg({ quality: 86 }).toBuffer();
    await writeFile(join(folder, 'portrait.jpg'), portrait);
    await rm(join(folder, 'live'), { recursive: true, force: true });
    await mkdir(join(folder, 'live'));
    const shots = shotList(id, member.recipe.smile, member.extras);
    await takeLivePictures(studio, figure, id, shots);
    await listFrames(folder, person, shots);
  }
  const front = await studio.print(await cardFront(person, portrait), cardSize.width, cardSize.height);
  await sharp(front).png({ palette: true, quality: 90 }).toFile(join(folder, 'card-front.png'));
}

async function renderMissing(data: MakehumanData, studio: Studio, id: string): Promise<void> {
  const member = cast[id];
  if (!member) return;
  const folder = join(people, id);
  const present = new Set(await readdir(join(folder, 'live')));
  const shots = shotList(id, member.recipe.smile, member.extras);
  const figure = figureOf(data, member.recipe);
  for (const [key, make] of figure.textures) await studio.keep(key, make);
  const absent = shots.filter(({ frame }) => !present.has(frame.file));
  await takeLivePictures(studio, figure, id, absent);
  const person = JSON.parse(await readFile(join(folder, 'person.json'), 'utf8')) as Person;
  await listFrames(folder, person, shots);
}

async function takeLivePictures(
  studio: Studio,
  figure: Figure,
  id: string,
  shots: readonly LiveShot[],
): Promise<void> {
  for (const shot of shots) {
    const picture = await livePicture(studio, figure, id, shot);
    await writeFile(join(people, id, 'live', shot.frame.file), picture);
  }
}

async function listFrames(folder: string, person: Person, shots: readonly LiveShot[]): Promise<void> {
  const frames = shots.map((shot) => shot.frame);
  await writeFile(join(folder, 'person.json'), `${JSON.stringify({ ...person, frames }, null, 2)}\n`);
}

await main(process.argv.slice(2));
