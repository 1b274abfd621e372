import type { Chance } from './chance.ts';
import { cropInside, croppedPicture } from './cropped-picture.ts';
import type { FaceSheet } from './printed-sheet.ts';
import type { FacePicture } from './subject.ts';
import { createTexture } from './texture.ts';

/** A whole printed face with holes where the eyes are, or one half of a face. */
export type MaskPart = 'eye-holes' | 'upper-half' | 'lower-half';

/** A printed face cut out along its outline, or left on its sheet; `eyes` is the distance of its eyes in mm. */
export function cutMask(picture: FacePicture, part: MaskPart, eyes: number, chance: Chance): FaceSheet {
  const { image, centre, eyeDistance, points } = picture;
  const reach = 2 * eyeDistance;
  const crop = cropInside(image, centre.x - reach, centre.y - 1.3 * reach, 2 * reach, 2.4 * reach);
  const [black, white] = [chance.between(10, 32), chance.between(225, 248)];
  const printed = croppedPicture(image, crop, 0, [255, 255, 255], (v) => black + (v / 255) * (white - black));
  const cutOut = part !== 'eye-holes' || chance.yes(0.6);
  const [across, down] = [chance.between(1.15, 1.4) * eyeDistance, chance.between(1.6, 1.9) * eyeDistance];
  // The upper half ends at the tip of the nose, the lower one begins under the eyes.
  const edge = part === 'upper-half' ? (points[61] ?? 0) : centre.y - chance.between(0.15, 0.3) * eyeDistance;
  const opening = chance.between(1.15, 1.8);
  const holes = part === 'eye-holes' ? [eyeHole(points, 36, opening), eyeHole(points, 42, opening)] : [];
  const alpha = new Uint8Array(crop.width * crop.height);
  for (let y = 0; y < crop.height; y++) {
    for (let x = 0; x < crop.width; x++) {
      const [px, py] = [crop.x + x, crop.y + y];
      let paper = 1;
      if (cutOut) {
        const out = Math.hypot((px - centre.x) / across, (py - centre.y + 0.15 * eyeDistance) / down);
        paper = Math.min(paper, (1 - out) * across + 0.5);
      }
      if (part === 'upper-half') paper = Math.min(paper, edge - py + 0.5);
      if (part === 'lower-half') paper = Math.min(paper, py - edge + 0.5);
      for (const hole of holes) {
        const out = Math.hypot((px - hole.x) / hole.across, (py - hole.y) / hole.down);
        paper = Math.min(paper, (out - 1) * hole.down + 0.5);
      }
      alpha[y * crop.width + x] = 255 * Math.max(0, Math.min(1, paper));
    }
  }
  const mm = eyes / eyeDistance;
  const [left, top] = [(crop.x - centre.x) * mm, (crop.y - centre.y) * mm];
  return {
    texture: createTexture(printed, alpha),
    area: { left, top, right: left + crop.width * mm, bottom: top + crop.height * mm },
    material: { emission: 0, gloss: chance.oneOf([0, chance.between(0.05, 0.3)]), grid: null },
    eyes,
  };
}

/** An oval over one eye, `opening` times as large as the eye. */
function eyeHole(points: Float32Array, first: number, opening: number) {
  let [x, y] = [0, 0];
  for (let i = first; i < first + 6; i++) {
    x += (points[2 * i] ?? 0) / 6;
    y += (points[2 * i + 1] ?? 0) / 6;
  }
  const across = (Math.abs((points[2 * first + 6] ?? 0) - (points[2 * first] ?? 0)) / 2) * opening;
  return { x, y, across, down: across * 0.6 };
}
