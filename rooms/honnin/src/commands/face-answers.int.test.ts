import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultFacePolicy, shippedManifest } from '@honnin/face';
import { personFile } from '@honnin/personas';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHonnin } from '../../test/run-honnin.ts';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));
const data = process.env['HONNIN_DATA'] ?? path.join(checkout, '.honnin');
const models = existsSync(path.join(data, 'models', shippedManifest.recogniser.file));
const face = personFile('sato', 'live/frontal.jpg');
const missing = models && existsSync(face) ? '' : '(skipped: models or personas are not here)';
const { threshold, falseMatchRate } = defaultFacePolicy;

let folder: string;
let files: Readonly<Record<'none' | 'text' | 'webp' | 'empty' | 'cut' | 'blank' | 'folder', string>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-face-'));
  const at = (name: string) => path.join(folder, name);
  files = {
    none: at('none.jpg'),
    text: at('text.jpg'),
    webp: at('picture.jpg'),
    empty: at('empty.jpg'),
    cut: at('cut.jpg'),
    blank: at('blank.jpg'),
    folder: at('folder'),
  };
  const blank = sharp({ create: { width: 320, height: 240, channels: 3, background: '#888' } });
  const jpeg = await blank.clone().jpeg().toBuffer();
  await writeFile(files.text, 'no picture');
  await writeFile(files.webp, await blank.clone().webp().toBuffer());
  await writeFile(files.empty, '');
  await writeFile(files.cut, jpeg.subarray(0, jpeg.length / 2));
  await writeFile(files.blank, jpeg);
  await mkdir(files.folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status?: string;
  readonly file?: string;
  readonly scores?: unknown;
  readonly reasons?: readonly { readonly code: string; readonly detail?: string }[];
  readonly files?: readonly Answer[];
}

async function ask(...words: readonly string[]) {
  const { code, output } = await runHonnin(['face', ...words]);
  const lines = output.trimEnd().split('\n');
  const json = words.includes('--json') ? lines.at(-1) : undefined;
  return { code, output, answer: JSON.parse(json ?? '{}') as Answer };
}

describe.skipIf(missing !== '')(`honnin face compare with a file that cannot be compared ${missing}`, () => {
  it.each([
    ['none', 'file-unreadable', 'there is no such file or folder'],
    ['folder', 'file-unreadable', 'it is a folder, not a file'],
    ['text', 'image-format-unsupported', 'second image: text, not a picture'],
    ['webp', 'image-format-unsupported', 'second image: a WebP picture: save it as JPEG or PNG'],
    ['empty', 'image-format-unsupported', 'second image: the file is empty'],
    ['cut', 'image-damaged', 'second image'],
  ] as const)('%s: undetermined in the form of every answer, exit code 1', async (name, why, detail) => {
    const { code, answer } = await ask('compare', face, files[name], '--json');
    expect(code).toBe(1);
    expect(answer).toEqual({
      status: 'undetermined',
      similarity: null,
      threshold,
      falseMatchRate,
      reasons: [{ code: why, detail: expect.stringContaining(detail) }],
    });
  });

  it('names both files that are missing, the first one first', async () => {
    const { code, answer } = await ask('compare', files.none, files.folder, '--json');
    expect(code).toBe(1);
    expect(answer.reasons?.map(({ detail }) => detail?.split(':')[0])).toEqual([files.none, files.folder]);
  });

  it('a picture without a face is an answer: undetermined, exit code 0', async () => {
    const { code, answer } = await ask('compare', files.blank, face, '--json');
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      status: 'undetermined',
      reasons: [{ code: 'no-face', detail: 'first image' }],
    });
  });

  it('without the models says which file is missing where', async () => {
    const { code, answer } = await ask('compare', face, face, '--data', files.folder, '--json');
    expect(code).toBe(1);
    expect(answer).toMatchObject({ status: 'undetermined', similarity: null });
    expect(answer.reasons?.[0]?.detail).toContain(path.join(files.folder, 'models', ''));
  });
});

describe.skipIf(missing !== '')(`honnin face liveness with several files ${missing}`, () => {
  it('gives each its own answer, those that cannot be read among them, and exit code 1', async () => {
    const words = [files.none, face, files.text, files.folder, files.blank];
    const { code, answer } = await ask('liveness', ...words, '--json');
    expect(code).toBe(1);
    expect(answer.files?.map(({ file }) => file)).toEqual(words);
    const [none, , text, empty, blank] = answer.files ?? [];
    expect(none).toMatchObject({
      status: 'undetermined',
      scores: [],
      reasons: [{ code: 'file-unreadable' }],
    });
    expect(text?.reasons).toContainEqual({
      code: 'image-format-unsupported',
      detail: 'text, not a picture',
    });
    expect(empty?.reasons).toMatchObject([{ code: 'clip-empty' }]);
    expect(blank).toMatchObject({ status: 'undetermined', scores: [null] });
    expect(blank?.reasons).toContainEqual({ code: 'no-face' });
  });

  it('one missing file alone: the answer of a file, exit code 1', async () => {
    const { code, answer } = await ask('liveness', files.none, '--json');
    expect(code).toBe(1);
    expect(answer).toMatchObject({ file: files.none, status: 'undetermined', scores: [] });
  });

  it('says in words that a file is no picture, not that it shows no face', async () => {
    const { output } = await ask('liveness', files.text);
    expect(output).toContain('text, not a picture');
    expect(output).not.toContain('no face');
  });
});

describe.skipIf(missing !== '')(`honnin face quality with a file that is no picture ${missing}`, () => {
  it('is undetermined with the reason, exit code 1', async () => {
    const { code, answer } = await ask('quality', files.webp, '--json');
    expect(code).toBe(1);
    expect(answer).toMatchObject({
      file: files.webp,
      status: 'undetermined',
      reasons: [{ code: 'image-format-unsupported', detail: expect.stringContaining('WebP') }],
    });
  });
});
