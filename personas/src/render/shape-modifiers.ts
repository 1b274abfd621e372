/** A signed shape change: the target that shrinks and the one that grows; `side/` pairs move both halves. */
export interface ShapeModifier {
  readonly name: string;
  readonly less: readonly string[];
  readonly more: readonly string[];
  /** Share of the drawn strength; below 1 where the target is strong or soon looks odd. */
  readonly share: number;
}

const both = (folder: string, stem: string, end: string): string[] => [
  `${folder}/l-${stem}-${end}`,
  `${folder}/r-${stem}-${end}`,
];
const pair = (folder: string, stem: string, less: string, more: string, share = 1): ShapeModifier => ({
  name: stem,
  less: [`${folder}/${stem}-${less}`],
  more: [`${folder}/${stem}-${more}`],
  share,
});
const sides = (folder: string, stem: string, less: string, more: string, share = 1): ShapeModifier => ({
  name: stem,
  less: both(folder, stem, less),
  more: both(folder, stem, more),
  share,
});
const only = (folder: string, stem: string, share = 1): ShapeModifier => ({
  name: stem,
  less: [],
  more: [`${folder}/${stem}`],
  share,
});

/** The modifiers that make faces differ while they stay pleasant, named after the mesh's own targets. */
export const shapeModifiers: readonly ShapeModifier[] = [
  pair('head', 'head-scale-horiz', 'less', 'more', 0.7),
  pair('head', 'head-scale-vert', 'less', 'more', 0.7),
  pair('head', 'head-scale-depth', 'less', 'more', 0.7),
  only('head', 'head-oval', 0.6),
  only('head', 'head-round', 0.6),
  only('head', 'head-rectangular', 0.6),
  only('head', 'head-square', 0.6),
  only('head', 'head-triangular', 0.4),
  only('head', 'head-invertedtriangular', 0.6),
  only('head', 'head-diamond', 0.6),
  pair('head', 'head-age', 'less', 'more', 0.5),
  pair('head', 'head', 'skinny', 'fat', 0.6),
  pair('forehead', 'forehead-scale-vert', 'less', 'more', 0.6),
  pair('forehead', 'forehead-trans-depth', 'backward', 'forward', 0.6),
  pair('forehead', 'forehead-temple', 'in', 'out'),
  pair('eyebrows', 'eyebrows-angle', 'down', 'up', 0.6),
  pair('eyebrows', 'eyebrows-trans-vert', 'less', 'more', 0.9),
  pair('eyebrows', 'eyebrows-trans-depth', 'less', 'more', 0.6),
  sides('eyes', 'eye-height2', 'min', 'max', 0.8),
  sides('eyes', 'eye-height1', 'min', 'max', 0.6),
  sides('eyes', 'eye-height3', 'min', 'max', 0.6),
  sides('eyes', 'eye-size', 'small', 'big', 0.6),
  sides('eyes', 'eye-move', 'in', 'out'),
  sides('eyes', 'eye-corner1', 'down', 'up', 0.8),
  sides('eyes', 'eye-corner2', 'down', 'up', 0.8),
  sides('eyes', 'eye-epicanthus', 'in', 'out', 0.8),
  sides('eyes', 'eye-eyefold-angle', 'down', 'up', 0.7),
  sides('eyes', 'eye-eyefold', 'down', 'up', 0.7),
  pair('nose', 'nose-scale-horiz', 'decr', 'incr'),
  pair('nose', 'nose-scale-vert', 'decr', 'incr', 0.8),
  pair('nose', 'nose-scale-depth', 'decr', 'incr', 0.8),
  pair('nose', 'nose-trans-vert', 'down', 'up', 0.7),
  pair('nose', 'nose-width1', 'min', 'max'),
  pair('nose', 'nose-width2', 'min', 'max'),
  pair('nose', 'nose-width3', 'min', 'max'),
  pair('nose', 'nose-nostril-width', 'min', 'max', 0.8),
  pair('nose', 'nose-point', 'down', 'up', 0.8),
  pair('nose', 'nose-volume', 'point', 'potato', 0.8),
  pair('nose', 'nose-hump', 'lesshump', 'morehump', 0.8),
  pair('nose', 'nose-curve', 'concave', 'convex', 0.8),
  pair('nose', 'nose-height', 'min', 'max', 0.8),
  pair('mouth', 'mouth-scale-horiz', 'decr', 'incr'),
  pair('mouth', 'mouth-scale-vert', 'decr', 'incr', 0.7),
  pair('mouth', 'mouth-trans', 'down', 'up', 0.8),
  pair('mouth', 'mouth-upperlip-volume', 'deflate', 'inflate', 0.8),
  pair('mouth', 'mouth-lowerlip-volume', 'deflate', 'inflate', 0.8),
  pair('mouth', 'mouth-upperlip-height', 'min', 'max', 0.7),
  pair('mouth', 'mouth-lowerlip-height', 'min', 'max', 0.7),
  pair('mouth', 'mouth-cupidsbow', 'decr', 'incr', 0.8),
  pair('mouth', 'mouth-philtrum-volume', 'decrease', 'increase', 0.7),
  pair('chin', 'chin-width', 'min', 'max'),
  pair('chin', 'chin-height', 'min', 'max', 0.9),
  pair('chin', 'chin-prominent', 'less', 'more', 0.8),
  pair('chin', 'chin-prognathism', 'less', 'more', 0.5),
  pair('chin', 'chin-bones', 'in', 'out'),
  pair('chin', 'chin-jaw-drop', 'less', 'more', 0.7),
  sides('cheek', 'cheek-bones', 'in', 'out', 0.9),
  sides('cheek', 'cheek-volume', 'deflate', 'inflate', 0.8),
  sides('cheek', 'cheek-inner', 'deflate', 'inflate', 0.7),
  sides('cheek', 'cheek-trans-vert', 'down', 'up', 0.8),
  sides('ears', 'ear-size', 'small', 'big', 0.6),
  sides('ears', 'ear-wing', 'in', 'out', 0.5),
  pair('neck', 'neck-scale-horiz', 'less', 'more', 0.6),
];
