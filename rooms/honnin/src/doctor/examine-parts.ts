import { existsSync } from 'node:fs';
import path from 'node:path';
import { openFaceWorker } from '@honnin/face';
import { openCardPrintReader } from '@honnin/printed-card';
import { openReaders } from '../commands/card-source.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { type Finding, fine, lacking, poor } from './examination.ts';

/** The face models: there, the very files that the manifest names, and loaded by a process of their own. */
export async function examineModels(data: string): Promise<Finding> {
  const began = performance.now();
  const worker = await openFaceWorker({ modelsDirectory: path.join(data, 'models') });
  if (worker.status === 'failed') {
    const { code, detail } = worker.reason;
    const toDo =
      code === 'face-worker-stopped'
        ? 'the process that looks at faces does not start: look for free memory, and whether node may start processes'
        : 'run npm start once; it fetches and checks them';
    return lacking('face models', detail ?? code, toDo);
  }
  const ready = Math.round(performance.now() - began);
  await using open = worker.value;
  const { recogniser } = open.manifest;
  const model = `${recogniser.name}, sha256 ${recogniser.sha256.slice(0, 12)}…`;
  return fine('face models', `${model}; their process stood ready after ${ready} ms`);
}

/** The models that read the printed side of a card: there, the ones that were measured, and loaded. */
export async function examinePrintModels(today: string): Promise<Finding> {
  const began = performance.now();
  using reader = openCardPrintReader({ today });
  // No picture at all: answered as soon as the models are loaded.
  const seen = await reader.offerFrame(new Uint8Array(1));
  if (seen === null || seen.status === 'failed') {
    const { code, detail } = seen?.reason ?? { code: 'print-reader-stopped', detail: undefined };
    return poor(
      'printed side of cards',
      detail === undefined ? code : `${code} (${detail})`,
      'patients type the number meanwhile; run npm start once, it installs what is missing',
    );
  }
  const ready = Math.round(performance.now() - began);
  return fine('printed side of cards', `PP-OCRv4; its process stood ready after ${ready} ms`);
}

/** PC/SC and its readers, and whether the demo can have a reader of its own. */
export async function examineReaders(data: string): Promise<Finding[]> {
  return [await pcsc(data), virtualReader()];
}

async function pcsc(data: string): Promise<Finding> {
  const readers = await openReaders(data);
  if (readers.status === 'failed') {
    return poor(
      'card readers',
      `${readers.reason.code}${readers.reason.detail === undefined ? '' : ` (${readers.reason.detail})`}`,
      'a real counter needs a PC/SC reader: install and start pcscd (Debian: apt-get install pcscd); the demo does without',
    );
  }
  await using open = readers.value;
  const list = await open.list();
  if (list.status === 'failed') return poor('card readers', list.reason.code, 'start pcscd');
  if (list.value.length === 0)
    return poor('card readers', 'the service runs, but has no reader', 'plug in a PC/SC reader');
  return fine(
    'card readers',
    list.value.map(({ readerName, card }) => `${readerName} (card ${card})`).join('; '),
  );
}

function virtualReader(): Finding {
  const there = ['/usr/sbin/pcscd', '/etc/reader.conf.d/vpcd'].every((file) => existsSync(file));
  return there
    ? fine('virtual reader', 'pcscd and vpcd are installed')
    : poor(
        'virtual reader',
        'not installed: the demo reads its cards without PC/SC',
        'to have the whole path: apt-get install pcscd vsmartcard-vpcd',
      );
}

/** Rules that are relaxed, so that nobody takes a demo for the real thing. */
export function examineRules(configuration: Configuration): Finding[] {
  const { relaxations } = configuration.demo;
  return [
    relaxations.every((name) => name === 'stand-in-camera')
      ? fine('relaxed rules', relaxations.length === 0 ? 'none' : 'in the demo only: stand-in-camera')
      : poor(
          'relaxed rules',
          `in the demo only: ${relaxations.join(', ')}`,
          'nothing, for rendered people of your own; the personas need no relaxed passive score, and a real terminal never reads this setting',
        ),
    fine(
      'face threshold',
      configuration.face.threshold === undefined
        ? 'as the model manifest says'
        : String(configuration.face.threshold),
    ),
  ];
}
