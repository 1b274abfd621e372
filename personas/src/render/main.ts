import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Person } from '../person.ts';
import { cardFront, cardSize } from './card-front.ts';
import { cast } from './cast.ts';
import { chipPhoto } from './chip-photo.ts';
import { figureOf } from './figure.ts';
import { type MakehumanData, makehumanData } from './makehuman-data.ts';
import { livePicture, passportPicture } from './photographer.ts';
import { shotList } from './shot-list.ts';
import { openStudio, type Studio } from './studio.ts';

const people = fileURLToPath(new URL('../../people/', import.meta.url));
const cache =
  process.env['HONNIN_RENDER_CACHE'] ?? fileURLToPath(new URL('../../../.honnin/render/', import.meta.url));
const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const everyone = [...Object.keys(cast), 'hayashi'];

/** Renders the people named on the command line, or all: `npm run render -w @honnin/personas -- sato ito`. */
async function main(names: readonly string[]): Promise<void> {
  const data = await makehumanData(cache);
  const studio = await openStudio(executable);
  try {
    for (const id of names.length > 0 ? names : everyone) {
      const started = performance.now();
      await renderPerson(data, studio, id);
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
    for (const shot of shots) {
      const picture = await livePicture(studio, figure, id, shot);
      await writeFile(join(folder, 'live', shot.frame.file), picture);
    }
    const frames = shots.map((shot) => shot.frame);
    await writeFile(join(folder, 'person.json'), `${JSON.stringify({ ...person, frames }, null, 2)}\n`);
  }
  const front = await studio.print(await cardFront(person, portrait), cardSize.width, cardSize.height);
  await sharp(front).png({ palette: true, quality: 90 }).toFile(join(folder, 'card-front.png'));
}

await main(process.argv.slice(2));
