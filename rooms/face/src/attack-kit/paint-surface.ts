import type { Canvas } from './canvas.ts';
import { gridShine } from './pixel-grid.ts';
import { sampleTexel } from './sample-texel.ts';
import { bendOf, pointOnSurface, type Rectangle, type Surface, sheetAxes } from './surface.ts';
import type { TextureLevel } from './texture.ts';

/** The camera's perspective: focal length and middle in pixels. */
export interface Pinhole {
  readonly focal: number;
  readonly centreX: number;
  readonly centreY: number;
}

/** The light of the room: direction to the lamp (unit length, camera's coordinates) and what comes from all sides. */
export interface RoomLight {
  readonly lamp: readonly [number, number, number];
  readonly ambient: number;
  readonly diffuse: number;
}

/**
 * Paints a sheet as the camera sees it: for every pixel the ray from the camera is met with the plane or
 * cylinder, so perspective is exact. Edges are softened by how far the ray passes from them, in pixels.
 */
export function paintSurface(canvas: Canvas, pinhole: Pinhole, light: RoomLight, surface: Surface): void {
  const { pose, area, material } = surface;
  const curvature = bendOf(surface);
  const [right, down, away] = sheetAxes(pose);
  const local = (axis: readonly [number, number, number], x: number, y: number, z: number) =>
    axis[0] * x + axis[1] * y + axis[2] * z;
  // The sheet's coordinates, turned so that the first runs across the axis of the bend.
  const [ac, as] = [Math.cos(surface.axis), Math.sin(surface.axis)];
  const across = [0, 1, 2].map((i) => (right[i] ?? 0) * ac + (down[i] ?? 0) * as);
  const along = [0, 1, 2].map((i) => (down[i] ?? 0) * ac - (right[i] ?? 0) * as);
  const [a0 = 0, a1 = 0, a2 = 0] = across;
  const [b0 = 0, b1 = 0, b2 = 0] = along;
  const ox = -local([a0, a1, a2], pose.x, pose.y, pose.z);
  const oy = -local([b0, b1, b2], pose.x, pose.y, pose.z);
  const oz = -local(away, pose.x, pose.y, pose.z);
  // The lamp in the same coordinates.
  const lx = local([a0, a1, a2], ...light.lamp);
  const lz = local(away, ...light.lamp);
  const mmToU = 1 / (area.right - area.left);
  const mmToV = 1 / (area.bottom - area.top);
  const mmPerPixel = pose.z / pinhole.focal;
  const level = levelFor(surface, mmPerPixel);
  const frame = boundsOf(surface, pinhole, canvas);
  const { width, data } = canvas;
  const step = 1 / pinhole.focal;
  const radius = curvature === 0 ? 0 : 1 / curvature;
  const facing = light.ambient + light.diffuse * 0.85;
  const grid = material.grid;
  const texel = new Float64Array(4);
  for (let py = frame.top; py <= frame.bottom; py++) {
    const ry = (py - pinhole.centreY) * step;
    let lastS = Number.NaN;
    let lastT = Number.NaN;
    for (let px = frame.left; px <= frame.right; px++) {
      const rx = (px - pinhole.centreX) * step;
      const dx = a0 * rx + a1 * ry + a2;
      const dy = b0 * rx + b1 * ry + b2;
      const dz = away[0] * rx + away[1] * ry + away[2];
      let k: number;
      let acrossMm: number;
      let nx = 0;
      let nz = -1;
      if (curvature === 0) {
        k = -oz / dz;
        acrossMm = ox + k * dx;
      } else {
        // |(x, z - R)| = R in the cross-section.
        const ozr = oz - radius;
        const aa = dx * dx + dz * dz;
        const bb = ox * dx + ozr * dz;
        const root = bb * bb - aa * (ox * ox + ozr * ozr - radius * radius);
        if (root < 0) continue;
        // A bulge shows its near side, a hollow its far side.
        k = (-bb + (radius > 0 ? -Math.sqrt(root) : Math.sqrt(root))) / aa;
        const hx = ox + k * dx;
        const hz = oz + k * dz;
        const angle = Math.atan2(hx * curvature, 1 - hz * curvature);
        acrossMm = angle * radius;
        nx = Math.sin(angle);
        nz = -Math.cos(angle);
      }
      if (!(k > 0)) continue;
      const alongMm = oy + k * dy;
      const s = acrossMm * ac - alongMm * as;
      const t = alongMm * ac + acrossMm * as;
      const margin = Math.min(s - area.left, area.right - s, t - area.top, area.bottom - t);
      const pixelMm = k * step;
      let cover = margin / pixelMm + 0.5;
      if (cover <= 0) {
        lastS = Number.NaN;
        continue;
      }
      if (cover > 1) cover = 1;
      sampleTexel(level, (s - area.left) * mmToU, (t - area.top) * mmToV, texel);
      let [red = 0, green = 0, blue = 0, opaque = 1] = texel;
      cover *= opaque;
      if (cover <= 0.003) continue;
      const towardsLamp = nx * lx + nz * lz;
      if (material.emission < 1) {
        const lit = (light.ambient + light.diffuse * Math.max(0, towardsLamp)) / facing;
        const shine = material.emission + (1 - material.emission) * lit;
        red *= shine;
        green *= shine;
        blue *= shine;
      }
      if (grid !== null && inside(grid.area, s, t)) {
        // How much of the screen one camera pixel looks at, across and down, in screen pixels.
        const spanS = Number.isNaN(lastS) ? pixelMm : Math.abs(s - lastS);
        const leanT = Number.isNaN(lastT) ? 0 : Math.abs(t - lastT);
        const wide = (spanS + leanT * 0.5) / grid.pitch;
        const high = (pixelMm + leanT) / grid.pitch;
        const u = s / grid.pitch;
        const rows = gridShine(t / grid.pitch, high, 0, 0.82);
        red *= softly(rows * gridShine(u, wide, 0.02, 0.28));
        green *= softly(rows * gridShine(u, wide, 0.355, 0.28));
        blue *= softly(rows * gridShine(u, wide, 0.69, 0.28));
      }
      lastS = s;
      lastT = t;
      if (material.gloss > 0) {
        // The lamp's mirror image: how near the mirrored ray points to the lamp.
        const length = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
        const dot = dx * nx + dz * nz;
        const mirrored =
          ((dx - 2 * dot * nx) * lx + dy * local([b0, b1, b2], ...light.lamp) + (dz - 2 * dot * nz) * lz) *
          length;
        if (mirrored > 0.9) {
          const near = (mirrored - 0.9) * 10;
          const glare = 255 * material.gloss * near * near * near;
          red += glare;
          green += glare;
          blue += glare;
        }
      }
      const o = (py * width + px) * 3;
      const under = 1 - cover;
      data[o] = (data[o] ?? 0) * under + red * cover;
      data[o + 1] = (data[o + 1] ?? 0) * under + green * cover;
      data[o + 2] = (data[o + 2] ?? 0) * under + blue * cover;
    }
  }
}

/** Brightness of light that is `factor` of the usual, in the coded (gamma 2.2) values of the picture. */
function softly(factor: number): number {
  return Math.max(0, 1 + (factor - 1) / 2.2);
}

function inside(area: Rectangle, s: number, t: number): boolean {
  return s >= area.left && s <= area.right && t >= area.top && t <= area.bottom;
}

/** The size of the picture whose pixels are nearest to, and not much smaller than, the camera's. */
function levelFor({ texture, area }: Surface, mmPerPixel: number): TextureLevel {
  const [full] = texture.levels;
  const texelsPerPixel = (full.width / (area.right - area.left)) * mmPerPixel;
  const wanted = Math.max(0, Math.round(Math.log2(texelsPerPixel / 1.1)));
  return texture.levels[Math.min(texture.levels.length - 1, wanted)] ?? full;
}

/** The part of the frame that the sheet can be in. */
function boundsOf(surface: Surface, { focal, centreX, centreY }: Pinhole, { width, height }: Canvas) {
  const { left, top, right, bottom } = surface.area;
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  const steps = bendOf(surface) === 0 ? 1 : 16;
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const s = left + ((right - left) * i) / steps;
      const t = top + ((bottom - top) * j) / steps;
      const [x, y, z] = pointOnSurface(surface, s, t);
      if (z < 1) return { left: 0, top: 0, right: width - 1, bottom: height - 1 };
      x0 = Math.min(x0, centreX + (focal * x) / z);
      x1 = Math.max(x1, centreX + (focal * x) / z);
      y0 = Math.min(y0, centreY + (focal * y) / z);
      y1 = Math.max(y1, centreY + (focal * y) / z);
    }
  }
  return {
    left: Math.max(0, Math.floor(x0) - 3),
    top: Math.max(0, Math.floor(y0) - 3),
    right: Math.min(width - 1, Math.ceil(x1) + 3),
    bottom: Math.min(height - 1, Math.ceil(y1) + 3),
  };
}
