// Plays sessions in a process of its own: `attack-process-main.ts MODELS`, one AttackTask at a time over IPC.
import path from 'node:path';
import { defaultFacePolicy, type FaceEngine, type FacePolicy, openFaceEngine } from '@honnin/face';
import { openSubject, playAttack, playGenuine, type Subject, seededRandom } from '@honnin/face/attack-kit';
import { personFile } from '@honnin/personas';
import type { AttackRecord, AttackTask } from './attack-task.ts';

const [, , models = ''] = process.argv;
/** Rendered people have no living skin: what the passive model says of them is recorded and does not judge. */
const policy: FacePolicy = { ...defaultFacePolicy, relaxations: ['rendered-people-passive-liveness'] };
const subjects = new Map<string, Subject>();
const opened = openFaceEngine({ modelsDirectory: models });

process.on('message', (task: AttackTask) => {
  play(task).then(
    (record) => process.send?.(record),
    (error: unknown) => {
      process.stderr.write(`${task.name}: ${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});

async function play(task: AttackTask): Promise<AttackRecord> {
  const engine = await opened;
  if (engine.status === 'failed') throw new Error(`${engine.reason.code}: run npm start once`);
  const subject = (id: string) => subjectOf(id, engine.value);
  const staging = {
    engine: engine.value,
    policy,
    way: task.way,
    frameEveryMs: task.frameEveryMs,
    random: seededRandom(task.name),
  };
  const before = process.cpuUsage();
  const played =
    task.kind === 'genuine'
      ? await playGenuine({ ...staging, person: subject(task.victim) })
      : await playAttack({
          ...staging,
          kind: task.kind,
          victim: subject(task.victim),
          attacker: subject(task.attacker),
        });
  const { user, system } = process.cpuUsage(before);
  const { result, gaveUp, seconds, frames, steps, advice } = played;
  const { passive, headTurn, leanIn, stream } = result.liveness;
  return {
    ...task,
    status: result.status,
    reasons: result.reasons.map(({ code }) => code),
    gaveUp,
    seconds,
    frames,
    similarity: result.similarity,
    passive,
    headTurn,
    leanIn,
    stream,
    steps,
    advice,
    processorMs: (user + system) / 1000,
  };
}

function subjectOf(id: string, engine: FaceEngine): Subject {
  const known = subjects.get(id);
  if (known !== undefined) return known;
  const opened = openSubject(id, path.dirname(personFile(id, 'portrait.jpg')), engine);
  subjects.set(id, opened);
  return opened;
}
