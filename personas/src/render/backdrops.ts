import sharp from 'sharp';
import { randomStream } from './random-stream.ts';

/** A hospital lobby, far out of focus: wall, window, counter, lamps, a plant, another one for each person. */
export async function lobby(id: string, width: number, height: number): Promise<string> {
  const stream = randomStream('lobby', id);
  const between = (low: number, high: number) => low + (high - low) * stream.even();
  const tone = between(188, 214);
  const wall = `rgb(${tone},${tone + between(-2, 5)},${tone + between(-10, 3)})`;
  const shade = `rgb(${tone - 26},${tone - 24},${tone - 30})`;
  const window = between(-60, 420);
  const counter = between(250, 330);
  const plant = between(0, 1) < 0.5 ? between(10, 110) : between(520, 610);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <defs><linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${wall}"/><stop offset="1" stop-color="${shade}"/></linearGradient></defs>
    <rect width="640" height="480" fill="url(#w)"/>
    <rect x="${window}" y="40" width="${between(120, 190)}" height="200" fill="rgb(236,243,247)"/>
    <rect x="${window + 62}" y="40" width="8" height="200" fill="${shade}"/>
    <rect x="${between(80, 460)}" y="0" width="150" height="22" fill="white"/>
    <rect x="0" y="${counter}" width="640" height="${between(60, 110)}" fill="rgb(${between(168, 190)},${between(146, 162)},${between(122, 140)})"/>
    <rect x="0" y="${counter + 100}" width="640" height="200" fill="rgb(150,150,148)"/>
    <ellipse cx="${plant}" cy="${counter - 30}" rx="38" ry="70" fill="rgb(98,132,92)"/>
    <rect x="${between(20, 560)}" y="${counter - 90}" width="70" height="50" fill="rgb(${between(90, 200)},${between(120, 190)},${between(150, 205)})"/>
  </svg>`;
  const png = await sharp(Buffer.from(svg)).resize(width, height).blur(17).png().toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** The plain light wall of the photo booth. */
export async function plainWall(width: number, height: number): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80">
    <defs><radialGradient id="g" cx="0.5" cy="0.4" r="0.9"><stop offset="0" stop-color="rgb(226,231,236)"/><stop offset="1" stop-color="rgb(204,211,219)"/></radialGradient></defs>
    <rect width="60" height="80" fill="url(#g)"/></svg>`;
  const png = await sharp(Buffer.from(svg)).resize(width, height, { kernel: 'cubic' }).png().toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
