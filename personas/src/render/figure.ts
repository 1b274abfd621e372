import { join } from 'node:path';
import { fittedProxy, headScale } from './fitted-proxy.ts';
import { type Following, following, type HeadPose, jointOf, posed, turned } from './head-pose.ts';
import type { Colour, HumanRecipe } from './human-recipe.ts';
import { liftFringe } from './lift-fringe.ts';
import type { MakehumanData, MeshFile } from './makehuman-data.ts';
import { type Expression, morphedBody } from './morphed-body.ts';
import { numberAt } from './number-at.ts';
import { type DrawnMesh, drawn, quadMesh } from './quad-mesh.ts';
import { spectacles } from './spectacles.ts';
import type { StageMesh } from './stage-message.ts';
import { subdivided } from './subdivided.ts';
import { surgicalMask } from './surgical-mask.ts';
import { dyed, gradedSkin } from './textures.ts';

/** The moment of a picture. */
export interface Moment {
  readonly pose: HeadPose;
  readonly expression: Expression;
  /** Where the eyes look, degrees from straight ahead of the room's camera axis. */
  readonly gaze: { readonly yaw: number; readonly pitch: number };
  readonly wears: 'nothing' | 'glasses' | 'mask';
}

/** A person ready to be photographed: textures prepared, meshes made for each moment. */
export interface Figure {
  /** What makes each texture, by the key its meshes name. */
  readonly textures: ReadonlyMap<string, () => Promise<Buffer>>;
  /** Middle between the eyes in an upright head, dm: what cameras are placed by. */
  readonly eyes: readonly [number, number, number];
  /** From the line of the eyes down to the chin, dm. */
  readonly eyesToChin: number;
  /** Chin to crown, dm. */
  readonly headHeight: number;
  at(moment: Moment): StageMesh[];
}

/** The skin that has hair painted on it: where it is dark, other heads have hair too. */
const scalpMask = 'young_african_male/textures/young_darkskinned_male_diffuse.png';

/** Chin to crown of the unchanged mesh, dm. */
const adultHeadHeight = 2.3;

/** How far under the eyes everything is outside every picture, dm. */
const chest = 4.4;

export function figureOf(data: MakehumanData, recipe: HumanRecipe): Figure {
  const textures = new Map<string, () => Promise<Buffer>>();
  const neutral = morphedBody(data, recipe, { closure: 0, smile: 0, browsUp: 0 });
  const left = jointOf(data, neutral, 'eye.L____head');
  const right = jointOf(data, neutral, 'eye.R____head');
  const eyes = [0, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2] as const;
  const follow = following(data.base);
  const scale = headScale(data.base.vertices, neutral, follow.head);
  const floor = eyes[1] - chest;

  const worn: { name: string; key: string; look: StageMesh['look']; mesh: MeshFile; follow: Following }[] =
    [];
  const wear = (
    kind: string,
    name: string,
    look: StageMesh['look'],
    colour: Colour,
    share: number,
    file?: string,
  ) => {
    const { mesh, folder } = data.proxy(kind, name);
    const key = `${name}:${JSON.stringify(colour)}`;
    const source = join(folder, file ?? mesh.materials[0]?.mapDiffuse ?? '');
    const depth = kind === 'clothes' && share === 1 ? 0 : 1;
    textures.set(key, () => dyed(source, colour, share, depth));
    worn.push({ name: kind, key, look, mesh, follow: following(mesh) });
    return mesh;
  };
  const skinKey = JSON.stringify([recipe.skin, recipe.hair?.colour]);
  const scalp = recipe.hair ? { mask: data.skin(scalpMask), colour: recipe.hair.colour } : undefined;
  textures.set(skinKey, () => gradedSkin(data.skin(recipe.skin.texture), recipe.skin.tint, scalp));
  const clothes = wear(
    'clothes',
    recipe.clothes.proxy,
    'cloth',
    recipe.clothes.colour,
    recipe.clothes.keepPattern ? 0.2 : 1,
  );
  wear('eyes', 'HighPolyEyes', 'eye', [1, 1, 1], 0, `textures/${recipe.iris}_eye.png`);
  wear('eyelashes', recipe.lashes, 'card', [0.07, 0.05, 0.05], 1);
  wear('eyebrows', recipe.brows.proxy, 'card', recipe.brows.colour, 1);
  if (recipe.hair) wear('hair', recipe.hair.proxy, 'hair', recipe.hair.colour, 1);
  const hidden = wellCovered(data.base, clothes.metadata.deleteVerts ?? []);

  return {
    textures,
    eyes,
    eyesToChin: eyes[1] - jointOf(data, neutral, 'jaw____tail')[1],
    headHeight: numberAt(scale, 1) * adultHeadHeight,
    at(moment) {
      const body = morphedBody(data, recipe, moment.expression);
      const joints = {
        neck: jointOf(data, body, 'neck02____head'),
        leftArm: jointOf(data, body, 'upperarm01.L____head'),
        rightArm: jointOf(data, body, 'upperarm01.R____head'),
      };
      const put = (points: Float64Array, own: Following) => posed(points, own, moment.pose, joints, 22);
      const meshes: StageMesh[] = [];
      const skin = quadMesh(data.base, put(body, follow), (corners, material) => {
        if (material !== 'body') return false;
        if (corners.every((v) => numberAt(body, v * 3 + 1) < floor)) return false;
        return !corners.every((v) => hidden.has(v));
      });
      meshes.push(packed('skin', 'skin', drawn(subdivided(skin)), skinKey));
      for (const part of worn) {
        const fitted = fittedProxy(part.mesh, body, part.name === 'clothes' ? [1, 1, 1] : scale);
        if (part.name === 'hair') liftFringe(fitted, left, right);
        if (part.name === 'eyes') look(fitted, moment, [left, right]);
        const quads = quadMesh(part.mesh, put(fitted, part.follow), (corners) =>
          corners.some((v) => numberAt(fitted, v * 3 + 1) >= floor),
        );
        const smooth = part.name === 'clothes' ? subdivided(quads) : quads;
        meshes.push(packed(part.name, part.look, drawn(smooth), part.key));
      }
      const frame =
        recipe.glasses ??
        (moment.wears === 'glasses' ? (recipe.spareGlasses ?? [0.1, 0.1, 0.12]) : undefined);
      const headFollow = (points: Float64Array): Following => ({
        head: new Float64Array(points.length / 3).fill(1),
        leftArm: new Float64Array(points.length / 3),
        rightArm: new Float64Array(points.length / 3),
      });
      const add = (
        name: string,
        look: StageMesh['look'],
        points: Float64Array,
        quads: Uint32Array,
        colour: readonly [number, number, number],
      ) => {
        const mesh = {
          points: put(points, headFollow(points)),
          quads,
          uvs: Float64Array.of(0, 0),
          uvQuads: new Uint32Array(quads.length),
        };
        meshes.push({ ...packed(name, look, drawn(mesh)), colour });
      };
      if (frame)
        for (const part of spectacles(body, follow.head, left, right))
          add(part.name, part.look, part.points, part.quads, part.look === 'lens' ? [0.9, 0.95, 1] : frame);
      if (moment.wears === 'mask')
        for (const part of surgicalMask(body, follow.head, left, right))
          add(part.name, 'mask', part.points, part.quads, [0.93, 0.96, 0.98]);
      return meshes;
    },
  };
}

/** Vertices that clothes hide together with all their neighbours: the collar keeps a rim of skin under it. */
function wellCovered(base: MeshFile, covered: readonly number[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const [v, flag] of covered.entries()) if (flag === 1) hidden.add(v);
  const rim = new Set<number>();
  for (let i = 0; i < base.faces.length; i += 10) {
    const corners = base.faces.slice(i + 1, i + 5);
    if (corners.some((v) => !hidden.has(v))) for (const v of corners) rim.add(v);
  }
  return new Set([...hidden].filter((v) => !rim.has(v)));
}

/** Turns each eyeball so that it looks where the gaze goes although the head is turned. */
function look(
  points: Float64Array,
  moment: Moment,
  centres: readonly (readonly [number, number, number])[],
): void {
  const clamp = (angle: number, most: number) => Math.max(-most, Math.min(most, angle));
  const turn = {
    yaw: clamp(moment.gaze.yaw - moment.pose.yaw, 26),
    pitch: clamp(moment.gaze.pitch - moment.pose.pitch, 12),
    roll: 0,
  };
  for (let p = 0; p < points.length; p += 3) {
    const point = Array.from(points.subarray(p, p + 3));
    const centre = numberAt(point, 0) > 0 ? centres[0] : centres[1];
    if (centre) points.set(turned(point, centre, turn), p);
  }
}

function packed(name: string, look: StageMesh['look'], mesh: DrawnMesh, texture?: string): StageMesh {
  const text = (array: Float32Array | Uint32Array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
  return {
    name,
    look,
    positions: text(mesh.positions),
    normals: text(mesh.normals),
    uvs: text(mesh.uvs),
    triangles: text(mesh.triangles),
    ...(texture ? { texture } : {}),
  };
}
