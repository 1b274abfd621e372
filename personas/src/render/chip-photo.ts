import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';

const run = promisify(execFile);

/** The chip's photo: grey, 240x320, JPEG 2000 of about 3.5 kB, written by OpenJPEG's `opj_compress`. */
export async function chipPhoto(portrait: Buffer, file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chip-photo-'));
  try {
    const png = join(folder, 'photo.png');
    await sharp(portrait).resize(240, 320).greyscale().toColourspace('b-w').png().toFile(png);
    await run('opj_compress', ['-i', png, '-o', file, '-r', '22']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
