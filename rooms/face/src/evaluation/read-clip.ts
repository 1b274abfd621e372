import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { explainFileError } from '../decoding/explain-file-error.ts';
import { readPictureFile } from './read-picture-file.ts';
import { splitMjpeg } from './split-mjpeg.ts';

const videos = /\.(mp4|m4v|mov|webm|mkv|avi)$/i;
const pictures = /\.(jpe?g|png|jp2|j2k)$/i;
/** A minute of 640x480 at 30 pictures a second, and more. */
const maximumClipBytes = 512 * 1024 * 1024;
/** More frames than this are thinned out evenly. */
const maximumFrames = 60;

/**
 * The frames of a clip, in order: a folder of pictures by name, JPEG pictures in one file (`.mjpeg`, `.mjpg`),
 * a single picture, or a video where the program `ffmpeg` is installed. More than 60 are thinned out evenly.
 * Fails with `image-unreadable`, `image-too-large`, `clip-empty` or `video-tool-missing`.
 */
export async function readClip(clip: string): Promise<Attempt<readonly Uint8Array[]>> {
  try {
    if ((await stat(clip)).isDirectory()) return await readFolder(clip);
  } catch (error) {
    return failed(reason('image-unreadable', explainFileError(error)));
  }
  if (videos.test(clip)) return readVideo(clip);
  if (/\.mjpe?g$/i.test(clip)) {
    const bytes = await readPictureFile(clip, maximumClipBytes);
    return bytes.status === 'failed' ? bytes : framesOf(bytes.value);
  }
  const picture = await readPictureFile(clip);
  return picture.status === 'failed' ? picture : done([picture.value]);
}

async function readFolder(folder: string): Promise<Attempt<readonly Uint8Array[]>> {
  const names = (await readdir(folder)).filter((name) => pictures.test(name));
  // frame-2 comes before frame-10.
  names.sort(new Intl.Collator('en', { numeric: true }).compare);
  if (names.length === 0) return failed(reason('clip-empty', 'no picture in the folder'));
  const frames: Uint8Array[] = [];
  for (const name of thin(names)) {
    const frame = await readPictureFile(path.join(folder, name));
    if (frame.status === 'failed') return failed(reason(frame.reason.code, name));
    frames.push(frame.value);
  }
  return done(frames);
}

function framesOf(bytes: Uint8Array): Attempt<readonly Uint8Array[]> {
  const frames = splitMjpeg(bytes);
  return frames.length === 0 ? failed(reason('clip-empty', 'no whole JPEG picture')) : done(thin(frames));
}

function readVideo(file: string): Promise<Attempt<readonly Uint8Array[]>> {
  const words = ['-v', 'error', '-nostdin', '-i', file, '-t', '30', '-r', '10'];
  const child = spawn('ffmpeg', [...words, '-f', 'image2pipe', '-c:v', 'mjpeg', '-q:v', '3', '-'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maximumClipBytes) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(failed(reason('video-tool-missing', path.basename(file)))));
    child.once('close', (code) => {
      if (code !== 0) resolve(failed(reason('image-damaged', 'the video could not be decoded')));
      else resolve(framesOf(new Uint8Array(Buffer.concat(chunks))));
    });
  });
}

function thin<T>(frames: readonly T[]): readonly T[] {
  if (frames.length <= maximumFrames) return frames;
  const step = (frames.length - 1) / (maximumFrames - 1);
  return Array.from({ length: maximumFrames }, (_, i) => frames[Math.round(i * step)]).filter(
    (frame) => frame !== undefined,
  );
}
