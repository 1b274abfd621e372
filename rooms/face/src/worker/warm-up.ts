import { compileJpeg2000Codec } from '../decoding/jpeg-2000-codec.ts';
import type { FaceEngine } from '../engine/face-engine.ts';

/**
 * Runs every network once over a grey picture, and compiles the photo's codec, while nobody waits: first runs
 * take several times as long as the later ones.
 */
export async function warmUp(engine: FaceEngine): Promise<void> {
  const image = { width: 640, height: 480, data: new Uint8Array(640 * 480 * 3).fill(128) };
  const box = { x: 220, y: 140, width: 160, height: 200, score: 1 };
  await compileJpeg2000Codec();
  await engine.findFaces(image);
  const points = Float32Array.from({ length: 136 }, (_, i) => 200 + 7 * (i % 31));
  await engine.findLandmarks(image, box);
  await engine.embed(image, { points });
  await engine.passiveLiveness(image, box);
  await engine.eyesClosed(image, { points });
  await engine.forget();
}
