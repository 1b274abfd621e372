import { readFile } from 'node:fs/promises';
import { decodeFrame, decodeImage, type FaceEngine, openFaceEngine } from '@honnin/face';
import { personFile } from '@honnin/personas';
import { measure } from './measure.ts';
import type { Line } from './report.ts';

/** Each step of the face pipeline on one 640x480 frame, and the two sums that have a budget. */
export async function measureFace(modelsDirectory: string): Promise<Line[]> {
  const opened = await openFaceEngine({ modelsDirectory });
  if (opened.status === 'failed') throw new Error(`${opened.reason.code}: run npm start once`);
  await using engine = opened.value;
  const jpeg = new Uint8Array(await readFile(personFile('sato', 'live/frontal.jpg')));
  const chip = new Uint8Array(await readFile(personFile('sato', 'chip.jp2')));
  const decoded = decodeFrame(jpeg);
  if (decoded.status === 'failed') throw new Error(decoded.reason.code);
  const image = decoded.value;
  const [box] = await engine.findFaces(image);
  if (box === undefined) throw new Error('no face in the picture that is measured');
  const landmarks = await engine.findLandmarks(image, box);
  const lines: Line[] = [
    await measure('decode the chip photo (JPEG 2000)', 30, () => decodeImage(chip)),
    await measure('decode a frame (JPEG 640x480)', 60, () => decodeFrame(jpeg)),
    await measure('detect faces', 60, () => engine.findFaces(image)),
    await measure('find 68 landmarks', 60, () => engine.findLandmarks(image, box)),
    await measure('align and embed', 60, () => engine.embed(image, landmarks)),
    await measure('passive liveness', 60, () => engine.passiveLiveness(image, box)),
  ];
  return [
    ...lines,
    {
      ...(await measure('live frame (decode, detect, landmarks)', 100, () => liveFrame(engine, jpeg))),
      budget: { of: 'processorMs', limit: 12 },
    },
    {
      ...(await measure('verifying frame (and embedding, liveness)', 100, async () => {
        const seen = await liveFrame(engine, jpeg);
        await engine.embed(seen.image, seen.landmarks);
        await engine.passiveLiveness(seen.image, seen.box);
      })),
      budget: { of: 'processorMs', limit: 35 },
    },
  ];
}

async function liveFrame(engine: FaceEngine, jpeg: Uint8Array) {
  const decoded = decodeFrame(jpeg);
  if (decoded.status === 'failed') throw new Error(decoded.reason.code);
  const [box] = await engine.findFaces(decoded.value);
  if (box === undefined) throw new Error('no face');
  return { image: decoded.value, box, landmarks: await engine.findLandmarks(decoded.value, box) };
}
