import { openFaceEngine } from '@honnin/face';
import type { Embedder } from './contender.ts';

/** Honnin's engine on the models of `modelsDirectory`, as it compares one photo with one photo. */
export async function openHonnin(modelsDirectory: string): Promise<Embedder> {
  const opened = await openFaceEngine({ modelsDirectory });
  if (opened.status === 'failed') throw new Error(`${opened.reason.code}: run npm start once`);
  const engine = opened.value;
  return {
    async embed({ width, height, data }) {
      const image = { width, height, data };
      const [face] = await engine.findFaces(image);
      if (face === undefined) return null;
      const { vector } = await engine.embed(image, await engine.findLandmarks(image, face));
      return vector;
    },
  };
}
