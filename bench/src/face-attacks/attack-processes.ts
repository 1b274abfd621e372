import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AttackRecord, AttackTask } from './attack-task.ts';

const program = fileURLToPath(new URL('attack-process-main.ts', import.meta.url));

/**
 * Plays tasks in so many processes until there is none left or `enough` says so; each record is handed over as it
 * comes. A crash ends the run.
 */
export async function runAttackProcesses(
  tasks: readonly AttackTask[],
  modelsDirectory: string,
  processes: number,
  onRecord: (record: AttackRecord) => void,
  enough: () => boolean,
): Promise<void> {
  const queue = [...tasks];
  const draw = () => (enough() ? undefined : queue.shift());
  const children = Array.from({ length: Math.min(processes, queue.length) }, () =>
    fork(program, [modelsDirectory], { execArgv: ['--import', 'tsx'] }),
  );
  try {
    await Promise.all(children.map((child) => work(child, draw, onRecord)));
  } finally {
    for (const child of children) child.kill();
  }
}

function work(
  child: ChildProcess,
  draw: () => AttackTask | undefined,
  onRecord: (record: AttackRecord) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const task = draw();
      if (task === undefined) resolve();
      else child.send(task);
    };
    child.on('message', (record: AttackRecord) => {
      onRecord(record);
      next();
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`a process that plays attacks ended with ${code}`)));
    next();
  });
}
