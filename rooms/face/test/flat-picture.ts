import { createChance } from '../src/attack-kit/chance.ts';
import { seededRandom } from '../src/attack-kit/seeded-random.ts';
import { createTexture } from '../src/attack-kit/texture.ts';
import { createVirtualCamera } from '../src/attack-kit/virtual-camera.ts';
import { decodeFrame } from '../src/index.ts';

/** How a flat picture is held before the camera; angles in degrees. */
export interface Holding {
  /** About the upright axis, and about the level one. */
  readonly yaw: number;
  readonly pitch: number;
  /** In its own plane. */
  readonly roll: number;
  /** Shift across the frame in pixels, and size (1 as taken). */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const focal = 700;
const distance = 700;

/** A clean camera's view (640x480 JPEG) of a still picture held as a flat sheet, a millimetre for each pixel. */
export async function holdPicture(jpeg: Uint8Array, holding: Holding): Promise<Uint8Array> {
  const decoded = decodeFrame(jpeg);
  if (decoded.status === 'failed') throw new Error(decoded.reason.code);
  const { width, height } = decoded.value;
  const camera = createVirtualCamera(createChance(seededRandom('flat picture')), {
    focal,
    quality: 92,
    sensor: { softness: 0, read: 0, shot: 0 },
    light: { lamp: [0, 0, -1], ambient: 1, diffuse: 0 },
  });
  const [yaw = 0, pitch = 0, roll = 0] = [holding.yaw, holding.pitch, holding.roll].map(
    (degrees) => (degrees * Math.PI) / 180,
  );
  const half = { x: (width / 2) * holding.size, y: (height / 2) * holding.size };
  return camera.shoot({
    paintBackground: ({ data }) => data.fill(128),
    surfaces: [
      {
        texture: createTexture(decoded.value),
        area: { left: -half.x, top: -half.y, right: half.x, bottom: half.y },
        pose: { x: holding.x, y: holding.y, z: distance, yaw, pitch, roll },
        curvature: 0,
        axis: 0,
        material: { emission: 0, gloss: 0, grid: null },
      },
    ],
    gain: 1,
  });
}
