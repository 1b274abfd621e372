import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Person, personFile } from '@honnin/personas';
import type { AgentMessage, Screen, ScreenMessage } from '@honnin/terminal/screen-protocol';
import WebSocket from 'ws';

type Guidance = Extract<AgentMessage, { type: 'guidance' }>;

/** When a visit reached which screen, in milliseconds since the card was laid down. */
export interface VisitTimes {
  readonly identifiedMs: number;
  readonly doneMs: number;
  readonly last: Screen;
}

const frameEveryMs = 50;
const reactionMs = 400;
const degreesAStep = 5;
const stepMs = 110;

const wanted: Readonly<Record<Guidance['step'], number>> = {
  'look-straight': 0,
  'turn-left': 30,
  'turn-right': -30,
  'lean-in': 0,
  'look-back': 0,
  done: 0,
};

/**
 * Goes through a visit as the kiosk would, for a persona who follows the guidance: face, then every consent.
 * Waits `tapMs` before each tap, as a person would.
 */
export async function visitAs(
  person: Person,
  options: {
    readonly url: string;
    readonly tapMs: number;
    readonly layCard: () => Promise<unknown>;
  },
): Promise<VisitTimes> {
  const session = (await (await fetch(`${options.url}/kiosk/session.json`)).json()) as { token: string };
  const address = `${options.url.replace('http', 'ws')}/terminal/socket?token=${session.token}`;
  const frames = await playableFrames(person);
  const socket = new WebSocket(address, { origin: options.url });
  let guidance: Guidance | null = null;
  let seen = true;
  let laidAt = 0;
  let identifiedMs = 0;
  let inFace = false;
  let begun = false;

  const say = async (message: ScreenMessage) => {
    await sleep(options.tapMs);
    socket.send(JSON.stringify(message));
  };

  const standBeforeCamera = async () => {
    if (inFace) return;
    inFace = true;
    let yaw = 0;
    let heeded: Guidance['step'] = 'look-straight';
    let asked: { step: Guidance['step']; at: number } = { step: 'look-straight', at: performance.now() };
    let lastStep = performance.now();
    for (let at = 0; inFace && socket.readyState === WebSocket.OPEN; at += 1) {
      const now = performance.now();
      if (guidance !== null && guidance.step !== asked.step) asked = { step: guidance.step, at: now };
      if (now - asked.at > reactionMs) heeded = asked.step;
      for (; now - lastStep >= stepMs; lastStep += stepMs) {
        const left = wanted[heeded] - yaw;
        yaw += Math.sign(left) * Math.min(degreesAStep, Math.abs(left));
      }
      if (seen) {
        seen = false;
        socket.send(nearest(frames, yaw, at));
      }
      await sleep(frameEveryMs);
    }
  };

  const finished = new Promise<VisitTimes>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data, isBinary) => {
      if (isBinary) return;
      const message = JSON.parse(String(data)) as AgentMessage;
      if (message.type === 'frame-seen') seen = true;
      else if (message.type === 'guidance') guidance = message;
      else if (message.type === 'screen') {
        const { screen } = message;
        // What a visit before this one ended with may still be shown.
        begun ||= laidAt > 0 && screen.name === 'reading-card';
        if (!begun) return;
        inFace = inFace && screen.name === 'face';
        if (screen.name === 'choose-method') void say({ type: 'choose', method: 'face' });
        if (screen.name === 'face') {
          socket.send(JSON.stringify({ type: 'camera', state: 'ready' } satisfies ScreenMessage));
          void standBeforeCamera();
        }
        if (screen.name === 'consents') {
          identifiedMs = performance.now() - laidAt;
          void say({ type: 'consents', given: screen.groups });
        }
        if (screen.name === 'done')
          resolve({ identifiedMs, doneMs: performance.now() - laidAt, last: screen });
        if (screen.name === 'failure') reject(new Error(`the visit failed: ${screen.failure.code}`));
      }
    });
  });
  await new Promise((resolve) => socket.once('open', resolve));
  laidAt = performance.now();
  await options.layCard();
  try {
    return await finished;
  } finally {
    inFace = false;
    socket.close();
  }
}

interface Played {
  readonly yaw: number;
  readonly jpeg: Buffer;
}

async function playableFrames(person: Person): Promise<Played[]> {
  const plain = person.frames.filter(
    ({ light, wears, distance, eyes }) =>
      light === 'even' && wears === 'nothing' && distance === 'normal' && eyes === 'open',
  );
  return Promise.all(
    plain.map(async ({ file, yaw }) => ({
      yaw,
      jpeg: await readFile(personFile(person.id, `live/${file}`)),
    })),
  );
}

function nearest(frames: readonly Played[], yaw: number, at: number): Buffer {
  const distance = Math.min(...frames.map((frame) => Math.abs(frame.yaw - yaw)));
  const best = frames.filter((frame) => Math.abs(frame.yaw - yaw) - distance < 0.5);
  const chosen = best[Math.floor(at / 9) % best.length];
  if (chosen === undefined) throw new Error('the persona has no frames');
  return chosen.jpeg;
}
