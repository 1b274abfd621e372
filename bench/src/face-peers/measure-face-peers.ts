import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedManifest } from '@honnin/face';
import { drawDet } from '@honnin/face/evaluation';
import { quantile } from '../measure.ts';
import { accuracyOf } from './accuracy.ts';
import type { Contender } from './contender.ts';
import { contenders } from './contenders.ts';
import { embedPictures } from './embed-pictures.ts';
import { installPeer } from './install-peer.ts';
import { bytesBelow, type InstallSize, sizeOfInstallation, sizeOfWorkspace } from './install-size.ts';
import { measureStartUp } from './measure-start-up.ts';
import {
  type ContenderResult,
  type PeersResult,
  peersReport,
  type Spread,
  type StartUp,
} from './peers-report.ts';
import { type PicturePairs, readPairs, readPeople } from './picture-pairs.ts';
import { readPixels } from './read-pixels.ts';

export interface FacePeersOptions {
  readonly checkout: string;
  /** Honnin's data folder: models, and what this section installs. */
  readonly data: string;
  /** CSV `a,b,same`. */
  readonly pairs?: string;
  /** Folder of the CSV's paths, or of one folder for each person. */
  readonly root?: string;
  /** Most pictures that are looked at. */
  readonly limit?: number;
  /** Folder for face-peers.json, face-peers.md and face-peers.svg. */
  readonly out?: string;
  readonly say: (line: string) => void;
}

interface Entrant {
  readonly contender: Contender;
  readonly folder: string;
  readonly install: InstallSize;
  readonly modelBytes: number;
}

const personas = fileURLToPath(new URL('../../../personas/people', import.meta.url));
const easyPersonaPicture = /[/\\](chip\.jp2|live[/\\](frontal|yaw-[mp](05|15)|near)\.jpg)$/;

/** Honnin and its peers on the same pictures, in one run; Markdown. */
export async function measureFacePeers(options: FacePeersOptions): Promise<string> {
  const { data, out, say } = options;
  const photographs = options.pairs !== undefined || options.root !== undefined;
  const chosen = await choosePictures(options);
  needsOnePerson(chosen);
  const missing: string[] = [];
  const entrants: Entrant[] = [];
  for (const contender of contenders) {
    const entrant = prepare(contender, options);
    if (typeof entrant === 'string') missing.push(entrant);
    else entrants.push(entrant);
  }
  const example = await readPixels(chosen.pictures[0]?.file ?? '');
  if (example === null) throw new Error('the first picture cannot be read');
  say('starting each in fresh processes');
  const empty = await measureStartUp('nothing', data, example);
  const starts: StartUp[] = [];
  for (const { contender, folder } of entrants)
    starts.push(await measureStartUp(contender.kind, folder, example));

  const { answers, peaks, seen } = await embedPictures(
    entrants.map(({ contender, folder }) => ({ kind: contender.kind, folder })),
    chosen,
    say,
  );
  const set = firstPictures(chosen, seen);
  needsOnePerson(set);
  const templates = answers.map((of) => of.map(({ vector }) => vector));
  const everybodys = set.pictures.map((_, i) => templates.every((of) => of[i] !== null));
  const results = entrants.map(({ contender, install, modelBytes }, i): ContenderResult => {
    say(`comparing the templates of ${contender.name}`);
    const own = answers[i] ?? [];
    const found = own.filter(({ vector }) => vector !== null);
    const start = starts[i] ?? empty;
    return {
      contender,
      failures: {
        noFace: own.filter(({ vector, trouble }) => vector === null && trouble === undefined).length,
        threw: own.filter(({ trouble }) => trouble !== undefined).length,
      },
      accuracy: accuracyOf(contender, templates[i] ?? [], set, everybodys),
      latency: {
        elapsed: spreadOf(found.map(({ elapsedMs }) => elapsedMs)),
        processor: spreadOf(found.map(({ processorMs }) => processorMs)),
      },
      startUp: start,
      peakBytes: peaks[i] ?? 0,
      install,
      modelBytes,
    };
  });
  const result: PeersResult = {
    pictures: set.pictures.length,
    people: new Set(set.pictures.map(({ person }) => person)).size,
    photographs,
    empty,
    results,
    missing,
  };
  const markdown = peersReport(result);
  if (out !== undefined) await writeAll(out, result, markdown);
  return markdown;
}

function choosePictures({ pairs, root, limit }: FacePeersOptions): Promise<PicturePairs> {
  if (pairs !== undefined) return readPairs(pairs, root ?? path.dirname(pairs), limit);
  if (root !== undefined) return readPeople(root, () => true, limit);
  return readPeople(personas, (file) => easyPersonaPicture.test(file), limit);
}

/** Installs what is missing; text says what could not be had. */
function prepare(contender: Contender, { checkout, data, say }: FacePeersOptions): Entrant | string {
  if (contender.kind === 'honnin') {
    const folder = path.join(data, 'models');
    const { detector, landmarks, recogniser, liveness, eyes } = shippedManifest;
    const files = [detector, landmarks, recogniser, liveness, eyes].map(({ file }) =>
      path.join(folder, file),
    );
    return {
      contender,
      folder,
      install: sizeOfWorkspace(checkout, 'rooms/face'),
      modelBytes: files.reduce((sum, file) => sum + bytesBelow(file), 0),
    };
  }
  say(`installing ${contender.name} into the data folder, unless it is there`);
  const installed = installPeer(data, contender.kind);
  if (installed.status === 'failed') return `${contender.name}, ${installed.reason.detail ?? ''}`;
  return {
    contender,
    folder: installed.value,
    install: sizeOfInstallation(installed.value),
    modelBytes: 0,
  };
}

const firstPictures = ({ pictures, pairs }: PicturePairs, count: number): PicturePairs => ({
  pictures: pictures.slice(0, count),
  pairs: pairs.filter(({ a, b }) => a < count && b < count),
});

function needsOnePerson({ pairs }: PicturePairs): void {
  if (!pairs.some(({ same }) => same)) throw new Error('no pair of one person among the pictures');
}

const spreadOf = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

async function writeAll(folder: string, result: PeersResult, markdown: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const curves = result.results.map(({ contender, accuracy }) => ({
    label: contender.name,
    points: accuracy.det,
  }));
  await writeFile(path.join(folder, 'face-peers.json'), `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(path.join(folder, 'face-peers.md'), markdown);
  await writeFile(
    path.join(folder, 'face-peers.svg'),
    drawDet({ title: 'Honnin and its peers on the same pictures', curves }),
  );
}
