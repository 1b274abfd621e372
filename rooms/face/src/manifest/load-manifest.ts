import { access, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { explainFileError } from '../decoding/explain-file-error.ts';
import { alignedSide } from '../engine/face-alignment.ts';
import { ModelManifest } from './model-manifest.ts';

const maximumBytes = 1 << 20;
const models = ['detector', 'landmarks', 'recogniser', 'liveness', 'eyes'] as const;

/**
 * Reads an operator's own manifest (JSON, the same fields as `shippedManifest`): another recogniser, its
 * thresholds, or both. A model file that lies beside the manifest is taken from there; any other name is left
 * for the models folder. The recogniser must take one face of 112x112 in three planes, aligned to the ArcFace
 * template; its output may have any length. The models themselves are opened, and held against their SHA-256,
 * by `openFaceEngine`. Fails with `manifest-missing`, or `manifest-unusable` and the place that is wrong.
 */
export async function loadManifest(file: string): Promise<Attempt<ModelManifest>> {
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > maximumBytes) return failed(reason('manifest-unusable', `${size} bytes are too many`));
    text = await readFile(file, 'utf8');
  } catch (error) {
    return failed(reason('manifest-missing', `${file}: ${explainFileError(error)}`));
  }
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    return failed(reason('manifest-unusable', error instanceof Error ? error.message : 'not JSON'));
  }
  const schema = Compile(ModelManifest);
  if (!schema.Check(read)) {
    const [first] = schema.Errors(read);
    return failed(reason('manifest-unusable', `${first?.instancePath || '/'}: ${first?.message ?? ''}`));
  }
  const wrong = contradiction(read);
  if (wrong !== null) return failed(reason('manifest-unusable', wrong));
  const directory = dirname(resolve(file));
  const manifest = structuredClone(read);
  for (const model of models) {
    const name = manifest[model].file;
    const beside = resolve(directory, name);
    if (!isAbsolute(name) && (await exists(beside))) manifest[model].file = beside;
  }
  return done(manifest);
}

/** What the schema cannot say. */
function contradiction({ recogniser, thresholds }: ModelManifest): string | null {
  const { shape } = recogniser.input;
  if (shape.join() !== [1, 3, alignedSide, alignedSide].join()) {
    return `/recogniser/input/shape: ${shape.join('x')} in place of 1x3x${alignedSide}x${alignedSide}`;
  }
  if (recogniser.input.colour === 'grey') return '/recogniser/input/colour: three planes are rgb or bgr';
  const groups = new Set<string>();
  for (const [i, { group, entries }] of thresholds.entries()) {
    if (groups.has(group)) return `/thresholds/${i}/group: “${group}” is there twice`;
    groups.add(group);
    const rising = entries.toSorted((p, q) => p.threshold - q.threshold);
    const strange = rising.some((entry, k) => entry.falseMatchRate > (rising[k - 1]?.falseMatchRate ?? 1));
    if (strange) return `/thresholds/${i}/entries: a higher threshold has a higher false match rate`;
  }
  return null;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
