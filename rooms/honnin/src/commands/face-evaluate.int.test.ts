import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelManifest, shippedManifest } from '@honnin/face';
import { EvaluationReport, LivenessReport } from '@honnin/face/evaluation';
import { personFile } from '@honnin/personas';
import sharp from 'sharp';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHonnin, startHonnin } from '../../test/run-honnin.ts';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));
const data = process.env['HONNIN_DATA'] ?? path.join(checkout, '.honnin');
const recogniser = path.join(data, 'models', shippedManifest.recogniser.file);
const missing = existsSync(recogniser) ? null : '(skipped: the face models are not in the data folder)';
const people = ['sato', 'tanaka', 'suzuki', 'nguyen', 'okafor', 'ito', 'kato', 'yoshida', 'watanabe'].filter(
  (id) => existsSync(personFile(id, 'live/frontal.jpg')),
);
const shots = ['frontal.jpg', 'yaw-m10.jpg', 'yaw-p15.jpg'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'honnin-evaluate-'));
  for (const id of people) {
    await mkdir(path.join(folder, 'images', id), { recursive: true });
    for (const shot of shots) {
      await cp(personFile(id, `live/${shot}`), path.join(folder, 'images', id, shot));
    }
  }
  const odd = path.join(folder, 'images', 'odd');
  await mkdir(path.join(odd, 'folder.jpg'), { recursive: true });
  const jpeg = await readFile(path.join(folder, 'images', people[0] ?? '', 'frontal.jpg'));
  await writeFile(path.join(odd, 'truncated.jpg'), jpeg.subarray(0, 4000));
  await writeFile(path.join(odd, 'text.jpg'), 'no picture');
  await writeFile(path.join(odd, 'dot.png'), await plain(1, 1));
  await writeFile(path.join(odd, 'empty.jpg'), await plain(640, 480));
  await writeFile(path.join(odd, 'wide.png'), await plain(30_000, 8));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function plain(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#778' } })
    .png()
    .toBuffer();
}

async function list(name: string, rows: readonly string[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `\uFEFFsame,group,a,b\r\n${rows.join('\r\n')}\r\n`);
  return file;
}

function lastLine(output: string): Record<string, unknown> {
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

/** Each person with themself, and with the next. */
function rows(): string[] {
  return people.flatMap((id, i) => [
    `yes,all,${id}/frontal.jpg,${id}/yaw-m10.jpg`,
    `no,all,${id}/frontal.jpg,${people[(i + 1) % people.length]}/yaw-p15.jpg`,
  ]);
}

describe.skipIf(missing !== null || people.length < 3)(`honnin face evaluate ${missing ?? ''}`, () => {
  it('measures the personas, counts what cannot be processed, and writes a report', async () => {
    const odd = ['truncated.jpg', 'text.jpg', 'dot.png', 'empty.jpg', 'wide.png', 'folder.jpg', 'none.jpg'];
    const pairs = await list('pairs.csv', [
      ...rows(),
      ...odd.map((name) => `1,all,odd/${name},${people[0]}/frontal.jpg`),
    ]);
    const out = path.join(folder, 'out');
    const { code, output } = await runHonnin([
      ...['face', 'evaluate', '--pairs', pairs, '--root', path.join(folder, 'images')],
      ...['--out', out, '--resamples', '100', '--json'],
    ]);
    expect(code, output).toBe(0);
    const said = lastLine(output);
    expect(said).toMatchObject({
      genuinePairs: people.length + odd.length,
      impostorPairs: people.length,
      failedToProcess: odd.length,
      genuineNotCompared: odd.length,
      fnmrAtFmr: { '1e-4': null },
      thresholdAtFmr: { '1e-4': null },
      fmrAtShippedThreshold: 0,
    });
    const report: unknown = JSON.parse(await readFile(path.join(out, 'report.json'), 'utf8'));
    if (!Value.Check(EvaluationReport, report)) throw new Error('report.json is not of its schema');
    expect(Object.fromEntries(report.failures.map(({ image, code: why }) => [image, why]))).toMatchObject({
      'odd/text.jpg': 'image-format-unsupported',
      'odd/empty.jpg': 'no-face',
      'odd/wide.png': 'image-too-large',
      'odd/folder.jpg': 'image-unreadable',
      'odd/none.jpg': 'image-unreadable',
    });
    expect((await readdir(out)).sort()).toEqual(['report.html', 'report.json']);
    expect(await readFile(path.join(out, 'report.html'), 'utf8')).toContain('src="data:image/jpeg;base64,');
  });

  it('takes an operator’s recogniser by file, and writes a manifest with which it measures the same again', async () => {
    const own = path.join(folder, 'My Model.onnx');
    await cp(recogniser, own);
    const pairs = await list('own.csv', rows());
    const manifestFile = path.join(folder, 'calibrated', 'manifest.json');
    const common = ['face', 'evaluate', '--pairs', pairs, '--root', path.join(folder, 'images')];
    const measured = await runHonnin([
      ...common,
      ...['--subjects', 'folder', '--out', path.join(folder, 'own'), '--no-pictures', '--json'],
      ...['--recogniser', own, '--recogniser-licence', 'Ours', '--calibrate', manifestFile],
    ]);
    expect(measured.code, measured.output).toBe(0);
    const images = people.length * shots.length;
    const odd = 5; // The folder and what is not there are no pictures.
    const others = (images * (images - shots.length)) / 2 + images * odd;
    const said = lastLine(measured.output);
    expect(said).toMatchObject({
      impostorPairs: others,
      shippedThreshold: shippedManifest.shipped.threshold,
    });
    const report: unknown = JSON.parse(await readFile(path.join(folder, 'own', 'report.json'), 'utf8'));
    if (!Value.Check(EvaluationReport, report)) throw new Error('report.json is not of its schema');
    expect(report.models.find(({ role }) => role === 'recogniser')).toMatchObject({
      file: 'My Model.onnx',
      licence: 'Ours',
      sha256: shippedManifest.recogniser.sha256,
    });
    expect(await readFile(path.join(folder, 'own', 'report.html'), 'utf8')).not.toContain('<img');

    const again = await runHonnin([
      ...common,
      ...['--subjects', 'folder', '--out', path.join(folder, 'again'), '--no-pictures', '--json'],
      ...['--manifest', manifestFile],
    ]);
    expect(again.code, again.output).toBe(0);
    const manifest: unknown = JSON.parse(await readFile(manifestFile, 'utf8'));
    if (!Value.Check(ModelManifest, manifest)) throw new Error('the manifest is not of its schema');
    // Some hundred pairs of different people support 1 in 100, and no less.
    expect(manifest.shipped.falseMatchRate).toBe(0.01);
    expect(lastLine(again.output)).toMatchObject({
      shippedThreshold: manifest.shipped.threshold,
      thresholdAtFmr: said['thresholdAtFmr'],
    });
    expect(lastLine(again.output)['fmrAtShippedThreshold']).toBeLessThanOrEqual(0.01);
  });

  it('still writes the report where the data are too few to calibrate, and says so', async () => {
    const out = path.join(folder, 'few');
    const { code, output } = await runHonnin([
      ...['face', 'evaluate', '--pairs', await list('few.csv', rows().slice(0, 2)), '--out', out, '--json'],
      ...['--root', path.join(folder, 'images'), '--calibrate', path.join(out, 'manifest.json')],
    ]);
    expect(code).toBe(1);
    expect(lastLine(output)).toMatchObject({ reasons: [{ code: 'evaluation-too-small' }] });
    expect((await readdir(out)).sort()).toEqual(['report.html', 'report.json']);
  });

  it('decides as a visit does: chip photos against means', async () => {
    const { code, output } = await runHonnin([
      ...['face', 'evaluate', '--root', path.join(folder, 'images'), '--subjects', 'folder', '--chip'],
      ...['--live', '2', '--out', path.join(folder, 'chip'), '--json'],
    ]);
    expect(code, output).toBe(0);
    expect(lastLine(output)).toMatchObject({ genuinePairs: people.length * shots.length, accuracy: null });
  });

  it('measures liveness on labelled clips', async () => {
    const clips = path.join(folder, 'clips');
    await mkdir(path.join(clips, 'attack', 'print'), { recursive: true });
    await cp(path.join(folder, 'images', people[0] ?? ''), path.join(clips, 'bonafide', 'one'), {
      recursive: true,
    });
    const frames = shots.map((shot) => readFile(path.join(folder, 'images', people[1] ?? '', shot)));
    await writeFile(path.join(clips, 'attack', 'print', 'a.mjpeg'), Buffer.concat(await Promise.all(frames)));
    await writeFile(path.join(clips, 'attack', 'print', 'b.jpg'), 'no picture');
    const out = path.join(folder, 'liveness');
    const { code, output } = await runHonnin([
      'face',
      'evaluate',
      '--liveness',
      clips,
      '--out',
      out,
      '--json',
    ]);
    expect(code, output).toBe(0);
    expect(lastLine(output)).toMatchObject({
      clips: 3,
      bonafideClips: 1,
      attackClips: 2,
      apnrr: { print: 0.5 },
      bpnrr: 0,
    });
    const report: unknown = JSON.parse(await readFile(path.join(out, 'report.json'), 'utf8'));
    expect(Value.Check(LivenessReport, report)).toBe(true);
  });

  it('says what is wrong with the list, and where, with exit code 1', async () => {
    const wrong = path.join(folder, 'wrong.csv');
    await writeFile(wrong, 'a,b,same\nx.jpg,y.jpg,1\nx.jpg,y.jpg,perhaps\n');
    const out = path.join(folder, 'never');
    const bad = await runHonnin(['face', 'evaluate', '--pairs', wrong, '--out', out, '--json']);
    expect(bad.code).toBe(1);
    expect(lastLine(bad.output)).toMatchObject({
      status: 'failed',
      reasons: [{ code: 'evaluation-list-malformed', detail: expect.stringContaining('line 3') }],
    });
    await writeFile(wrong, 'a,b,same\nx.jpg,y.jpg,1\n');
    const lost = await runHonnin(['face', 'evaluate', '--pairs', wrong, '--out', out, '--json']);
    expect(lost.code).toBe(1);
    expect(lost.output).toContain('is --root right?');
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['contradicts itself', 'x.jpg,y.jpg,1\ny.jpg,x.jpg,0', 'lines 2 and 3 call one pair'],
    ['calls a picture another person than itself', 'x.jpg,x.jpg,0', 'line 2: a picture is called another'],
  ])('a list that %s is refused, with its lines', async (_, body, said) => {
    const file = path.join(folder, 'contradiction.csv');
    await writeFile(file, `a,b,same\n${body}\n`);
    const out = path.join(folder, 'never');
    const { code, output } = await runHonnin(['face', 'evaluate', '--pairs', file, '--out', out, '--json']);
    expect(code).toBe(1);
    expect(lastLine(output)).toMatchObject({
      reasons: [{ code: 'evaluation-list-malformed', detail: expect.stringContaining(said) }],
    });
  });

  it('warns of pairs that are listed twice or compare a picture with itself, and counts them', async () => {
    const [row = ''] = rows();
    const own = `1,all,${people[0]}/frontal.jpg,${people[0]}/frontal.jpg`;
    const pairs = await list('twice.csv', [...rows(), row, own]);
    const out = path.join(folder, 'twice');
    const { code, output } = await runHonnin([
      ...['face', 'evaluate', '--pairs', pairs, '--root', path.join(folder, 'images')],
      ...['--out', out, '--no-pictures', '--json'],
    ]);
    expect(code, output).toBe(0);
    expect(output).toContain('1 pair(s) were listed before');
    expect(output).toContain('1 pair(s) compare a picture with itself');
    expect(lastLine(output)).toMatchObject({ repeatedPairs: 1, pairsWithThemselves: 1 });
    expect(await readFile(path.join(out, 'report.html'), 'utf8')).toContain('compare a picture with itself');
  });

  it.each([
    ['semicolons', 'a;b;same\nx.jpg;y.jpg;1\n', 'separated by semicolons'],
    ['backslashes', 'a,b,same\nx\\1.jpg,y\\1.jpg,1\n', 'write paths with /'],
    ['UTF-16', Buffer.from('\ufeffa,b,same\n', 'utf16le'), 'UTF-16'],
  ])('a list with %s is refused with what to do', async (_, bytes, said) => {
    const file = path.join(folder, 'strange.csv');
    await writeFile(file, bytes);
    const out = path.join(folder, 'never');
    const { code, output } = await runHonnin(['face', 'evaluate', '--pairs', file, '--out', out, '--json']);
    expect(code).toBe(1);
    expect(output).toContain(said);
  });

  it('says at once, in words, that a report cannot be written or a recogniser is not there', async () => {
    const pairs = await list('short.csv', rows().slice(0, 2));
    const common = ['face', 'evaluate', '--pairs', pairs, '--root', path.join(folder, 'images')];
    const nowhere = await runHonnin([...common, '--out', path.join(pairs, 'below'), '--json']);
    expect(nowhere.code).toBe(1);
    expect(nowhere.output).not.toContain('looking at images');
    expect(lastLine(nowhere.output)).toMatchObject({
      reasons: [{ code: 'folder-unwritable', detail: expect.stringContaining('in the place of a folder') }],
    });
    const none = await runHonnin([...common, '--out', folder, '--recogniser', 'none.onnx', '--json']);
    expect(none.code).toBe(1);
    expect(lastLine(none.output)).toMatchObject({
      reasons: [{ code: 'recogniser-unreadable', detail: 'none.onnx: there is no such file or folder' }],
    });
  });

  it('leaves no half report after Ctrl-C', async () => {
    const many = Array.from({ length: 40 }, () => rows()).flat();
    const pairs = await list('many.csv', many);
    const out = path.join(folder, 'stopped');
    const running = startHonnin([
      ...['face', 'evaluate', '--pairs', pairs, '--root', path.join(folder, 'images')],
      ...['--out', out, '--chip', '--processes', '1'],
    ]);
    await running.writes('looking at images');
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(130);
    expect(running.output()).toContain('No report was written');
    expect(existsSync(out) ? await readdir(out) : []).toEqual([]);
  });
});

describe.skipIf(missing !== null || people.length < 3)(`honnin face liveness ${missing ?? ''}`, () => {
  it('judges clips as well as pictures, one line for each and all in the last', async () => {
    const clip = path.join(folder, 'images', people[0] ?? '');
    const picture = path.join(clip, 'frontal.jpg');
    const { code, output } = await runHonnin(['face', 'liveness', clip, picture, '--json']);
    expect(code, output).toBe(0);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { scores?: unknown[] });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ file: clip, scores: shots.map(() => expect.any(Number)) });
    expect(lines[2]).toEqual({ files: lines.slice(0, 2) });
  });
});

describe.skipIf(missing !== null || people.length < 3)(
  `honnin face liveness on a frozen clip ${missing ?? ''}`,
  () => {
    it('rejects a picture that stands still for two seconds, as an injected still does', async () => {
      const still = await readFile(path.join(folder, 'images', people[0] ?? '', 'frontal.jpg'));
      const clip = path.join(folder, 'still.mjpeg');
      await writeFile(clip, Buffer.concat(Array.from({ length: 20 }, () => still)));
      const { code, output } = await runHonnin(['face', 'liveness', clip, '--json']);
      expect(code, output).toBe(0);
      const { status, reasons } = lastLine(output) as { status: string; reasons: { code: string }[] };
      expect(status).toBe('rejected');
      expect(reasons.map((reason) => reason.code)).toContain('stream-frozen');
    });
  },
);

describe.skipIf(missing !== null || people.length < 3)(`honnin face quality ${missing ?? ''}`, () => {
  it('says of each picture what would make it better, and of none who it is', async () => {
    const good = path.join(folder, 'images', people[0] ?? '', 'frontal.jpg');
    const none = path.join(folder, 'images', 'odd', 'empty.jpg');
    const { code, output } = await runHonnin(['face', 'quality', good, none, '--json']);
    expect(code, output).toBe(0);
    const { files } = lastLine(output) as { files: { status: string; components: unknown[] }[] };
    expect(files.map(({ status }) => status)).toEqual(['verified', 'undetermined']);
    expect(files[0]?.components.length).toBeGreaterThan(10);
  });
});
