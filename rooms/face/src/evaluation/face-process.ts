// One of the processes that look at the pictures of an evaluation: an engine of its own, so that a picture
// that brings the native libraries down takes only this process with it.
import { reason } from '@honnin/outcome';
import { readPhotoTemplate } from '../comparison/photo-template.ts';
import { type FaceEngine, openFaceEngine } from '../engine/face-engine.ts';
import { makeChipPhoto } from './chip-photo.ts';
import type { FaceTask, FaceTaskAnswer, FromFaceProcess, ToFaceProcess } from './face-task.ts';
import { judgeClip } from './judge-clip.ts';
import { readPictureFile } from './read-picture-file.ts';
import { makeThumbnail } from './thumbnail.ts';

let engine: FaceEngine | null = null;
let opened = process.cpuUsage();

function processorMs(): number {
  const { user, system } = process.cpuUsage(opened);
  return (user + system) / 1000;
}

function tell(message: FromFaceProcess): void {
  process.send?.(message);
}

async function work(faces: FaceEngine, task: FaceTask): Promise<FaceTaskAnswer> {
  if (task.kind === 'liveness') return { kind: 'liveness', ...(await judgeClip(faces, task.file)) };
  const bytes = await readPictureFile(task.file);
  if (bytes.status === 'failed') return { kind: 'failed', reason: bytes.reason };
  if (task.kind === 'thumbnail') {
    const small = await makeThumbnail(bytes.value, task.side);
    if (small.status === 'failed') return { kind: 'failed', reason: small.reason };
    return { kind: 'thumbnail', jpeg: small.value };
  }
  const photo = task.chip ? await makeChipPhoto(faces, bytes.value) : bytes;
  if (photo.status === 'failed') return { kind: 'failed', reason: photo.reason };
  const template = await readPhotoTemplate(faces, photo.value);
  if (template.status === 'failed') return { kind: 'failed', reason: template.reason };
  const { vector, norm } = template.value.embedding;
  return { kind: 'template', vector, norm };
}

async function hear(message: ToFaceProcess): Promise<void> {
  if (message.kind === 'open') {
    const { modelsDirectory, manifest } = message;
    const loaded = await openFaceEngine({ modelsDirectory, manifest });
    if (loaded.status === 'failed') return tell({ kind: 'not-opened', reason: loaded.reason });
    engine = loaded.value;
    opened = process.cpuUsage();
    return tell({ kind: 'opened' });
  }
  if (engine === null) throw new Error('a task before the models');
  const { id, task } = message;
  try {
    const answer = await work(engine, task);
    tell({ kind: 'answer', id, answer, processorMs: processorMs() });
    // The message holds a copy by now.
    if (answer.kind === 'template') answer.vector.fill(0);
  } catch (error) {
    // A picture that makes a library throw must not end the evaluation of all others.
    const detail = error instanceof Error ? error.message : String(error);
    tell({
      kind: 'answer',
      id,
      answer: { kind: 'failed', reason: reason('image-damaged', detail) },
      processorMs: processorMs(),
    });
  }
}

process.on('message', (message: ToFaceProcess) => {
  void hear(message);
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group; the process that started this one ends it in order.
process.on('SIGINT', () => undefined);
