import type { MeshFile } from './makehuman-data.ts';
import { numberAt } from './number-at.ts';

/** Quads over shared points, with texture coordinates of their own topology. */
export interface QuadMesh {
  readonly points: Float64Array;
  readonly quads: Uint32Array;
  readonly uvs: Float64Array;
  readonly uvQuads: Uint32Array;
}

/** What the graphics card takes: triangles over vertices that have one position, normal and texture point. */
export interface DrawnMesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly uvs: Float32Array;
  readonly triangles: Uint32Array;
}

/** Takes the faces of a mesh file (type 11: four points, a material, four texture points) that `keep` lets through. */
export function quadMesh(
  mesh: MeshFile,
  points: Float64Array,
  keep: (points: readonly number[], material: string) => boolean,
): QuadMesh {
  const quads: number[] = [];
  const uvQuads: number[] = [];
  for (let i = 0; i < mesh.faces.length; i += 10) {
    const corners = mesh.faces.slice(i + 1, i + 5);
    const material = mesh.materials[numberAt(mesh.faces, i + 5)]?.DbgName ?? '';
    if (!keep(corners, material)) continue;
    quads.push(...corners);
    uvQuads.push(...mesh.faces.slice(i + 6, i + 10));
  }
  return {
    points,
    quads: Uint32Array.from(quads),
    uvs: Float64Array.from(mesh.uvs[0] ?? []),
    uvQuads: Uint32Array.from(uvQuads),
  };
}

/** Smooth normals over the shared points, then one drawn vertex for each pair of point and texture point. */
export function drawn(mesh: QuadMesh): DrawnMesh {
  const normals = smoothNormals(mesh);
  const known = new Map<number, number>();
  const positions: number[] = [];
  const ownNormals: number[] = [];
  const uvs: number[] = [];
  const triangles: number[] = [];
  const uvCount = mesh.uvs.length / 2 + 1;
  const vertex = (corner: number): number => {
    const p = numberAt(mesh.quads, corner);
    const t = numberAt(mesh.uvQuads, corner);
    const key = p * uvCount + t;
    let index = known.get(key);
    if (index === undefined) {
      index = known.size;
      known.set(key, index);
      positions.push(...mesh.points.subarray(p * 3, p * 3 + 3));
      ownNormals.push(...normals.subarray(p * 3, p * 3 + 3));
      uvs.push(...mesh.uvs.subarray(t * 2, t * 2 + 2));
    }
    return index;
  };
  for (let q = 0; q < mesh.quads.length; q += 4) {
    const [a, b, c, d] = [vertex(q), vertex(q + 1), vertex(q + 2), vertex(q + 3)];
    triangles.push(a, b, c, a, c, d);
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(ownNormals),
    uvs: Float32Array.from(uvs),
    triangles: Uint32Array.from(triangles),
  };
}

function smoothNormals(mesh: QuadMesh): Float64Array {
  const { points, quads } = mesh;
  const normals = new Float64Array(points.length);
  const at = (corner: number, axis: number) => numberAt(points, numberAt(quads, corner) * 3 + axis);
  for (let q = 0; q < quads.length; q += 4) {
    // The cross product of the diagonals is the area-weighted normal of a quad.
    const u = [0, 1, 2].map((k) => at(q + 2, k) - at(q, k)) as [number, number, number];
    const w = [0, 1, 2].map((k) => at(q + 3, k) - at(q + 1, k)) as [number, number, number];
    const n = [u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]];
    for (let corner = q; corner < q + 4; corner++) {
      const p = numberAt(quads, corner) * 3;
      for (const k of [0, 1, 2]) normals[p + k] = numberAt(normals, p + k) + numberAt(n, k);
    }
  }
  for (let p = 0; p < normals.length; p += 3) {
    const [x, y, z] = [numberAt(normals, p), numberAt(normals, p + 1), numberAt(normals, p + 2)];
    const length = Math.hypot(x, y, z) || 1;
    normals.set([x / length, y / length, z / length], p);
  }
  return normals;
}
