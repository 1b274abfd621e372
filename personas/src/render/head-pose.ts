import type { MakehumanData, MeshFile } from './makehuman-data.ts';
import { numberAt } from './number-at.ts';

/** Angles in degrees; yaw is positive when the person turns to their own left, pitch when they look up. */
export interface HeadPose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** How much each vertex follows the head (0..1) and how much it belongs to the left or right arm. */
export interface Following {
  readonly head: Float64Array;
  readonly leftArm: Float64Array;
  readonly rightArm: Float64Array;
}

const armBone = /^(upperarm|lowerarm|wrist|finger|metacarpal)/;
const neckShares: Readonly<Record<string, number>> = { neck01: 0.22, neck02: 0.5, neck03: 0.78 };
const trunkBone = /^(root|spine|pelvis|clavicle|shoulder|breast|upperleg|lowerleg|foot|toe)/;

/** Reads the skin weights of the mesh (or of a proxy, which carries weights to the same bones). */
export function following(mesh: MeshFile): Following {
  const count = mesh.vertices.length / 3;
  const result = {
    head: new Float64Array(count),
    leftArm: new Float64Array(count),
    rightArm: new Float64Array(count),
  };
  for (let v = 0; v < count; v++) {
    let sum = 0;
    for (let k = 0; k < mesh.influencesPerVertex; k++) {
      const weight = numberAt(mesh.skinWeights, v * mesh.influencesPerVertex + k);
      const bone = mesh.bones[numberAt(mesh.skinIndices, v * mesh.influencesPerVertex + k)]?.name ?? '';
      const name = bone.replace('____head', '');
      sum += weight;
      if (armBone.test(name)) {
        const arm = name.endsWith('.L') ? result.leftArm : result.rightArm;
        arm[v] = numberAt(arm, v) + weight;
      } else if (!trunkBone.test(name)) {
        result.head[v] = numberAt(result.head, v) + weight * (neckShares[name] ?? 1);
      }
    }
    for (const part of Object.values(result)) part[v] = sum > 0 ? numberAt(part, v) / sum : 0;
  }
  return result;
}

/** The mean of the vertices that mark a joint in this body. */
export function jointOf(data: MakehumanData, body: Float64Array, name: string): [number, number, number] {
  const vertices = data.base.metadata.joint_pos_idxs?.[name];
  if (!vertices) throw new RangeError(`the mesh has no joint ${name}`);
  const mean: [number, number, number] = [0, 0, 0];
  for (const v of vertices) {
    for (const axis of [0, 1, 2] as const) mean[axis] += numberAt(body, v * 3 + axis) / vertices.length;
  }
  return mean;
}

/**
 * Turns the head on the neck and lowers the arms. The angle, not the position, is blended along the neck,
 * so the throat twists without shrinking.
 */
export function posed(
  points: Float64Array,
  follow: Following,
  pose: HeadPose,
  joints: {
    readonly neck: readonly number[];
    readonly leftArm: readonly number[];
    readonly rightArm: readonly number[];
  },
  armsDown: number,
): Float64Array {
  const result = Float64Array.from(points);
  for (let v = 0; v < points.length / 3; v++) {
    let point = [numberAt(points, v * 3), numberAt(points, v * 3 + 1), numberAt(points, v * 3 + 2)];
    point = turned(point, joints.leftArm, {
      yaw: 0,
      pitch: 0,
      roll: -armsDown * numberAt(follow.leftArm, v),
    });
    point = turned(point, joints.rightArm, {
      yaw: 0,
      pitch: 0,
      roll: armsDown * numberAt(follow.rightArm, v),
    });
    const share = Math.max(0, Math.min(1, numberAt(follow.head, v)));
    point = turned(point, joints.neck, {
      yaw: pose.yaw * share,
      pitch: pose.pitch * share,
      roll: pose.roll * share,
    });
    result.set(point, v * 3);
  }
  return result;
}

/** Rotates a point about a pivot: roll, then pitch, then yaw (right-handed axes, the person looks along +z). */
export function turned(point: readonly number[], pivot: readonly number[], pose: HeadPose): number[] {
  const radian = Math.PI / 180;
  let x = numberAt(point, 0) - numberAt(pivot, 0);
  let y = numberAt(point, 1) - numberAt(pivot, 1);
  let z = numberAt(point, 2) - numberAt(pivot, 2);
  if (pose.roll !== 0) {
    const [c, s] = [Math.cos(pose.roll * radian), Math.sin(pose.roll * radian)];
    [x, y] = [c * x - s * y, s * x + c * y];
  }
  if (pose.pitch !== 0) {
    const [c, s] = [Math.cos(pose.pitch * radian), Math.sin(pose.pitch * radian)];
    [y, z] = [c * y + s * z, -s * y + c * z];
  }
  if (pose.yaw !== 0) {
    const [c, s] = [Math.cos(pose.yaw * radian), Math.sin(pose.yaw * radian)];
    [x, z] = [c * x + s * z, -s * x + c * z];
  }
  return [x + numberAt(pivot, 0), y + numberAt(pivot, 1), z + numberAt(pivot, 2)];
}
