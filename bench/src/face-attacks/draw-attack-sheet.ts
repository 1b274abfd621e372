import path from 'node:path';
import { type FaceStep, openFaceEngine } from '@honnin/face';
import {
  attackKinds,
  attackPlayer,
  extraAttackKinds,
  openSubject,
  seededRandom,
} from '@honnin/face/attack-kit';
import { personFile } from '@honnin/personas';
import sharp, { type OverlayOptions } from 'sharp';

const frame = { width: 232, height: 174 };
const caption = 22;
const columns = 4;
const [victimId, attackerId] = ['sato', 'nakamura'];

/** Draws every kind of attack looking straight and turned, with its name, as one JPEG. */
export async function drawAttackSheet(models: string, file: string): Promise<string> {
  const opened = await openFaceEngine({ modelsDirectory: models });
  if (opened.status === 'failed') throw new Error(`${opened.reason.code}: run npm start once`);
  await using engine = opened.value;
  const subject = (id: string) => openSubject(id, path.dirname(personFile(id, 'portrait.jpg')), engine);
  const [victim, attacker] = [subject(victimId), subject(attackerId)];
  const parts: OverlayOptions[] = [];
  const kinds = [...attackKinds, ...extraAttackKinds];
  for (const [i, kind] of kinds.entries()) {
    const player = await attackPlayer({ engine, kind, victim, attacker }, seededRandom(`sheet ${kind}`));
    const left = (i % columns) * 2 * frame.width;
    const top = Math.floor(i / columns) * (frame.height + caption);
    parts.push({ input: captionOf(kind), left, top });
    for (const [side, step] of (['look-straight', 'turn-left'] as const).entries()) {
      const jpeg = await pictureAt(player, step);
      const input = await sharp(jpeg).resize(frame.width, frame.height).toBuffer();
      parts.push({ input, left: left + side * frame.width, top: top + caption });
    }
  }
  await sharp({
    create: {
      width: columns * 2 * frame.width,
      height: Math.ceil(kinds.length / columns) * (frame.height + caption),
      channels: 3,
      background: 'white',
    },
  })
    .composite(parts)
    .jpeg({ quality: 78 })
    .toFile(file);
  return `${kinds.length} kinds of attack drawn to ${file}\n`;
}

type Player = Awaited<ReturnType<typeof attackPlayer>>;

/** What the player shows two seconds after a step was asked. */
async function pictureAt(player: Player, step: FaceStep): Promise<Uint8Array> {
  const start = step === 'look-straight' ? 10_000 : 13_000;
  const guidance = { step, advice: null, progress: 0, box: null, yaw: null };
  let jpeg = await player(guidance, start);
  for (let at = start; at < start + 2_000; at += 200) jpeg = await player(guidance, at);
  return jpeg;
}

function captionOf(kind: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * frame.width}" height="${caption}">` +
      `<text x="4" y="16" font-family="sans-serif" font-size="15" fill="#222">${kind}</text></svg>`,
  );
}
