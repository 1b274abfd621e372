// In a process of its own: pcsc-lite looks for its socket once, and other measurements have another.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPcscReaders } from '@honnin/card';
import { startPrivatePcscd } from '@honnin/card-simulator';
import { personFile } from '@honnin/personas';
import { createBenchWorld, value } from '../bench-world.ts';
import { timeFacePath } from './time-face-path.ts';

const directory = await mkdtemp(path.join(tmpdir(), 'honnin-'));
const started = await startPrivatePcscd({ directory });
if (started.status === 'failed') process.stdout.write(JSON.stringify({ skipped: started.reason.code }));
else {
  await using pcscd = started.value;
  await using readers = value(await openPcscReaders({ socketName: pcscd.socketName }));
  const world = await createBenchWorld(
    new Date(),
    new Uint8Array(await readFile(personFile('sato', 'chip.jp2'))),
  );
  const desk = {
    name: 'pcscd and virtual reader',
    readers,
    readerName: pcscd.readerNames[0],
    lay: (card: Parameters<typeof pcscd.insert>[0]) => pcscd.insert(card),
  };
  const lines = await timeFacePath(desk, world, 10);
  process.stdout.write(JSON.stringify({ lines }));
}
await rm(directory, { recursive: true, force: true });
