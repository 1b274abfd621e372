/** Row-major 3x3 matrix of a plane seen in perspective. */
export type Homography = readonly number[];

/** How a flat thing is held before a camera: angles in degrees, all other lengths in millimetres. */
export interface HeldPose {
  /** Right edge towards the camera. */
  readonly yaw: number;
  /** Upper edge towards the camera. */
  readonly pitch: number;
  /** Clockwise in its own plane. */
  readonly roll: number;
  /** Distance from the lens, and where its middle is seen, from the middle of the picture. */
  readonly away: number;
  readonly right: number;
  readonly down: number;
}

/**
 * The matrix that takes a point of the held plane (millimetres about its middle, y down) to the picture (pixels),
 * through a pinhole of that focal length (Hartley & Zisserman, Multiple View Geometry, 8.1.1).
 */
export function projectionOf(
  pose: HeldPose,
  camera: { readonly focal: number; readonly x: number; readonly y: number },
): Homography {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [cy, sy] = [Math.cos(radians(pose.yaw)), Math.sin(radians(pose.yaw))];
  const [cp, sp] = [Math.cos(radians(pose.pitch)), Math.sin(radians(pose.pitch))];
  const [cr, sr] = [Math.cos(radians(pose.roll)), Math.sin(radians(pose.roll))];
  // Where the plane's own right and down point to, in the camera's coordinates (z away from it).
  const right = [cy * cr + sy * sp * sr, cp * sr, -sy * cr + cy * sp * sr];
  const down = [-cy * sr + sy * sp * cr, cp * cr, sy * sr + cy * sp * cr];
  const { focal, x, y } = camera;
  const row = (of: number, middle: number, from: number) =>
    [right, down]
      .map((axis) => focal * (axis[of] ?? 0) + middle * (axis[2] ?? 0))
      .concat(focal * from + middle * pose.away);
  return [...row(0, x, pose.right), ...row(1, y, pose.down), right[2] ?? 0, down[2] ?? 0, pose.away];
}

/** The way back; throws when the plane is seen exactly from its edge. */
export function inverseOf(matrix: Homography): Homography {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = matrix;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (Math.abs(determinant) < 1e-12) throw new RangeError('a plane seen from its edge');
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ].map((value) => value / determinant);
}

export function projected(matrix: Homography, x: number, y: number): readonly [number, number] {
  const at = (index: number) => matrix[index] ?? 0;
  const w = at(6) * x + at(7) * y + at(8);
  return [(at(0) * x + at(1) * y + at(2)) / w, (at(3) * x + at(4) * y + at(5)) / w];
}
