import { numberAt } from './number-at.ts';
import type { QuadMesh } from './quad-mesh.ts';

/**
 * One step of Catmull-Clark subdivision: rounder outlines from the same shape.
 * Points are smoothed, texture points only divided; open borders keep to their own line.
 */
export function subdivided(mesh: QuadMesh): QuadMesh {
  const points: number[] = Array.from(mesh.points);
  const uvs: number[] = Array.from(mesh.uvs);
  const quads: number[] = [];
  const uvQuads: number[] = [];
  const edges = new Map<string, Edge>();
  const corners = new Map<number, Corner>();
  const uvEdges = new Map<string, number>();

  const centre = (ids: readonly number[], values: number[], size: number) =>
    Array.from(
      { length: size },
      (_, k) => ids.reduce((s, i) => s + numberAt(values, i * size + k), 0) / ids.length,
    );
  const add = (value: readonly number[], values: number[], size: number) => {
    values.push(...value);
    return values.length / size - 1;
  };

  const faceCount = mesh.quads.length / 4;
  const facePoints: number[] = [];
  for (let f = 0; f < faceCount; f++) {
    const ids = Array.from(mesh.quads.subarray(f * 4, f * 4 + 4));
    const middle = centre(ids, points, 3);
    facePoints.push(add(middle, points, 3));
    for (const [k, id] of ids.entries()) {
      const next = numberAt(ids, (k + 1) % 4);
      const edge = edgeOf(edges, id, next);
      edge.faces.push(middle);
      const corner = corners.get(id) ?? { faces: [], edges: new Set<Edge>() };
      corner.faces.push(middle);
      corner.edges.add(edge);
      corner.edges.add(edgeOf(edges, id, numberAt(ids, (k + 3) % 4)));
      corners.set(id, corner);
    }
  }
  for (const edge of edges.values()) {
    const middle = centre([edge.a, edge.b], points, 3);
    edge.middle = middle;
    const sharp = edge.faces.length < 2;
    edge.point = add(sharp ? middle : average([middle, middle, ...edge.faces]), points, 3);
  }
  for (const [id, corner] of corners) {
    const own = Array.from(mesh.points.subarray(id * 3, id * 3 + 3));
    const border = [...corner.edges].filter((edge) => edge.faces.length < 2);
    if (border.length > 0) {
      const line = average(border.map((edge) => edge.middle));
      points.splice(id * 3, 3, ...average([own, line]));
      continue;
    }
    const n = corner.faces.length;
    const face = average(corner.faces);
    const edge = average([...corner.edges].map((e) => e.middle));
    points.splice(
      id * 3,
      3,
      ...own.map((value, k) => (numberAt(face, k) + 2 * numberAt(edge, k) + (n - 3) * value) / n),
    );
  }
  for (let f = 0; f < faceCount; f++) {
    const ids = Array.from(mesh.quads.subarray(f * 4, f * 4 + 4));
    const texture = Array.from(mesh.uvQuads.subarray(f * 4, f * 4 + 4));
    const uvMiddle = add(centre(texture, uvs, 2), uvs, 2);
    const edgePoints = ids.map((id, k) => edgeOf(edges, id, numberAt(ids, (k + 1) % 4)).point);
    const uvEdgePoints = texture.map((id, k) => {
      const next = numberAt(texture, (k + 1) % 4);
      const key = id < next ? `${id} ${next}` : `${next} ${id}`;
      const known = uvEdges.get(key) ?? add(centre([id, next], uvs, 2), uvs, 2);
      uvEdges.set(key, known);
      return known;
    });
    for (let k = 0; k < 4; k++) {
      const before = (k + 3) % 4;
      quads.push(
        numberAt(ids, k),
        numberAt(edgePoints, k),
        numberAt(facePoints, f),
        numberAt(edgePoints, before),
      );
      uvQuads.push(numberAt(texture, k), numberAt(uvEdgePoints, k), uvMiddle, numberAt(uvEdgePoints, before));
    }
  }
  return {
    points: Float64Array.from(points),
    quads: Uint32Array.from(quads),
    uvs: Float64Array.from(uvs),
    uvQuads: Uint32Array.from(uvQuads),
  };
}

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly faces: number[][];
  middle: number[];
  point: number;
}
interface Corner {
  readonly faces: number[][];
  readonly edges: Set<Edge>;
}

function edgeOf(edges: Map<string, Edge>, from: number, to: number): Edge {
  const key = from < to ? `${from} ${to}` : `${to} ${from}`;
  const known = edges.get(key);
  if (known) return known;
  const edge: Edge = { a: from, b: to, faces: [], middle: [], point: -1 };
  edges.set(key, edge);
  return edge;
}

function average(list: readonly (readonly number[])[]): number[] {
  return [0, 1, 2].map((k) => list.reduce((sum, value) => sum + numberAt(value, k), 0) / list.length);
}
