import { describe, expect, it } from 'vitest';
import { solidHead, viewOfHead } from '../../test/solid-head.ts';
import { morphFaces } from './morph-faces.ts';
import type { FacePicture } from './subject.ts';

/** A plain picture with a head's points in it. */
function plainFace(colour: number, wide = 1): FacePicture {
  const points = viewOfHead(
    solidHead.map(([x, y, z]) => [x * wide, y, z] as const),
    0,
  ).points;
  return {
    image: { width: 640, height: 480, data: new Uint8Array(640 * 480 * 3).fill(colour) },
    points,
    centre: { x: 320, y: 240 },
    eyeDistance: 60,
  };
}

/** A picture whose columns grow lighter to the right, so that a shift is seen. */
function shadedFace(): FacePicture {
  const face = plainFace(0);
  for (let i = 0; i < face.image.data.length; i++) face.image.data[i] = (((i / 3) | 0) % 640) / 3;
  return face;
}

describe('morphing one face towards another', () => {
  it('changes nothing when nothing of the victim is asked for', () => {
    const attacker = shadedFace();
    const base = { picture: attacker, turn: 0, straight: attacker };
    const { data } = morphFaces(base, plainFace(120, 1.2), { shape: 0, colour: 0 });
    let most = 0;
    for (let i = 0; i < data.length; i++) {
      most = Math.max(most, Math.abs((data[i] ?? 0) - (attacker.image.data[i] ?? 0)));
    }
    expect(most).toBeLessThanOrEqual(1);
  });

  it('moves the face’s points towards the victim’s and leaves the far corners alone', () => {
    const attacker = shadedFace();
    const base = { picture: attacker, turn: 0, straight: attacker };
    const wide = plainFace(120, 1.3);
    const { data } = morphFaces(base, wide, { shape: 0.7, colour: 0 });
    const cheek = attacker.points;
    const at = (Math.round(cheek[5] ?? 0) * 640 + Math.round(cheek[4] ?? 0)) * 3;
    expect(data[at]).not.toBe(attacker.image.data[at]);
    expect(data.subarray(0, 300)).toEqual(attacker.image.data.subarray(0, 300));
  });
});
