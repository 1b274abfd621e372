import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../engine/landmarks.ts';
import { surroundingLight } from './surrounding-light.ts';

/** Eyes 50 pixels apart about (x, y), nose under them; the other points do not matter. */
function landmarksAt(x: number, y: number): Landmarks {
  const points = new Float32Array(136);
  const put = (index: number, px: number, py: number) => points.set([px, py], 2 * index);
  for (let i = 0; i < 6; i++) {
    put(36 + i, x - 25, y);
    put(42 + i, x + 25, y);
  }
  put(30, x, y + 28);
  return { points };
}

function room(light: number, face: number) {
  const image = { width: 640, height: 480, data: new Uint8Array(640 * 480 * 3).fill(light) };
  for (let y = 180; y < 330; y++) image.data.fill(face, (y * 640 + 256) * 3, (y * 640 + 384) * 3);
  return image;
}

describe('surroundingLight', () => {
  it('measures the room and not the face', () => {
    expect(surroundingLight(room(200, 10), landmarksAt(320, 220))).toBeCloseTo(200);
    expect(surroundingLight(room(40, 250), landmarksAt(320, 220))).toBeCloseTo(40);
  });

  it('says nothing when the face fills the picture', () => {
    const image = { width: 90, height: 110, data: new Uint8Array(90 * 110 * 3).fill(90) };
    expect(surroundingLight(image, landmarksAt(45, 45))).toBeNull();
  });
});
