import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, freemem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finding, fine, lacking, poor } from './examination.ts';

const rooms = fileURLToPath(new URL('../../../', import.meta.url));
const gigabyte = 1024 ** 3;

/** Node, screens, disk, memory, clock. */
export async function examineMachine(data: string, now: Date): Promise<Finding[]> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const node =
    major > 20 || (major === 20 && minor >= 19)
      ? fine('node', process.versions.node)
      : lacking('node', process.versions.node, 'install Node.js 20.19 or newer');
  const unbuilt = ['kiosk', 'console', 'wallet'].filter(
    (room) => !existsSync(path.join(rooms, room, 'dist/index.html')),
  );
  const screens =
    unbuilt.length === 0
      ? fine('screens', 'built')
      : lacking('screens', `not built: ${unbuilt.join(' ')}`, 'run npm start once');
  return [node, screens, await disk(data), memory(), clock(now)];
}

async function disk(data: string): Promise<Finding> {
  const folder = existsSync(data) ? data : path.dirname(data);
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : '.');
  const free = (bavail * bsize) / gigabyte;
  const found = `${free.toFixed(1)} GB free`;
  return free > 2 ? fine('disk', found) : poor('disk', found, 'free at least 2 GB where the data folder is');
}

function memory(): Finding {
  const found = `${(freemem() / gigabyte).toFixed(1)} GB free, ${availableParallelism()} processors`;
  return freemem() > 0.5 * gigabyte ? fine('memory', found) : poor('memory', found, 'end other programs');
}

/** A clock far off makes every certificate look expired or not yet valid. */
function clock(now: Date): Finding {
  const year = now.getUTCFullYear();
  const found = now.toISOString();
  return year >= 2026 && year < 2100
    ? fine('clock', found)
    : lacking('clock', found, 'set the clock; certificates cannot be judged with a wrong one');
}
