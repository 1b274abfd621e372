import { type BeforeCamera, PlayableFrame } from '@honnin/wallet/wallet-api';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Guidance } from '../agent/agent-link.ts';
import { type Camera, frameSize } from './camera.ts';
import { chooseFrame, chooseLeaning, moveHead, wantedPose } from './choose-frame.ts';
import { createSensorNoise } from './sensor-noise.ts';
import { tremorAt } from './tremor.ts';

/** A person needs a moment before they do what they read. */
const reactionMs = 400;
const stepMs = 110;
const degreesAStep = 5;
const blinkEveryMs = 3_700;
/** How near the camera comes when somebody leans in, against the usual distance, and how long that takes. */
const nearAway = 0.72;
const leanMs = 900;

/** A picture, and how much it is enlarged. */
interface Playing {
  readonly frame: PlayableFrame;
  readonly enlarge: number;
}

/**
 * Demo only: a persona before the camera. One that moves follows the guidance as a person would; a still
 * picture is held up, with a hand that trembles. Both come with the grain and the times of a camera.
 */
export async function openPersonaCamera(
  who: Exclude<BeforeCamera, { kind: 'webcam' }>,
): Promise<Camera | 'missing'> {
  const answer = await fetch(`/wallet/people/${encodeURIComponent(who.id)}/frames?leaning=1`);
  if (!answer.ok) return 'missing';
  const frames: unknown = await answer.json();
  if (!Check(Type.Array(PlayableFrame), frames)) return 'missing';
  const pictures = new Map<string, HTMLImageElement>();
  const wanted =
    who.kind === 'still-picture' ? frames.filter(({ yaw, eyes }) => yaw === 0 && eyes === 'open') : frames;
  await Promise.all(
    wanted.map(async ({ url }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      pictures.set(url, image);
    }),
  );
  const opened = performance.now();
  let asked: { readonly guidance: Guidance | null; readonly since: number } = {
    guidance: null,
    since: opened,
  };
  let heeded: Guidance | null = null;
  let yaw = 0;
  /** From 0, upright, to 1, leaned in. */
  let lean = 0;
  let lastStep = opened;
  let lastDrawn = opened;
  const noise = createSensorNoise(Math.random);

  const livingPicture = (now: number): Playing | null => {
    if (now - asked.since >= reactionMs) heeded = asked.guidance;
    const sinceBlink = (now - opened) % blinkEveryMs;
    const eyes =
      sinceBlink < 90 || (sinceBlink > 180 && sinceBlink < 260)
        ? 'half'
        : sinceBlink < 180
          ? 'closed'
          : 'open';
    const pose = wantedPose(heeded, now - opened < 1_000 ? 'open' : eyes);
    for (; now - lastStep >= stepMs; lastStep += stepMs) {
      // Nobody was pictured leaning and turning at once: first the one, then the other.
      if (lean === 0) yaw = moveHead(yaw, pose.yaw, degreesAStep);
    }
    lean = moveHead(lean, pose.distance === 'near' && yaw === 0 ? 1 : 0, (now - lastDrawn) / leanMs);
    const away = 1 - (1 - nearAway) * lean;
    if (lean > 0) {
      const leaning = chooseLeaning(frames, away);
      if (leaning !== null) return leaning;
    }
    const distance = lean === 1 ? 'near' : pose.distance === 'far' ? 'far' : 'normal';
    const frame = chooseFrame(frames, { ...pose, yaw, distance }, Math.floor((now - opened) / 450));
    return frame && { frame, enlarge: frame.distance === 'normal' ? 1 / away : 1 };
  };

  return {
    facts: { label: `Honnin demo: ${who.kind} ${who.id}`.slice(0, 200), ...frameSize, frameRate: 25 },
    captured: () => lastDrawn,
    draw(canvas) {
      const context = canvas.getContext('2d');
      const now = performance.now();
      const still = who.kind === 'still-picture';
      const held = still ? chooseFrame(frames, wantedPose(null, 'open'), 0) : null;
      const playing = still ? held && { frame: held, enlarge: 1 } : livingPicture(now);
      const picture = playing === null ? undefined : pictures.get(playing.frame.url);
      lastDrawn = now;
      if (context === null || playing === null || picture === undefined) return false;
      context.save();
      moveCanvas(context, canvas, now - opened, playing.enlarge);
      if (still) drawHeldPhoto(context, picture, canvas);
      else context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      context.restore();
      noise(context);
      return true;
    },
    heed(guidance) {
      // Only what is asked anew takes time to sink in; advice on the way does not.
      const since = guidance?.step === asked.guidance?.step ? asked.since : performance.now();
      asked = { guidance, since };
    },
    [Symbol.dispose]() {
      pictures.clear();
    },
  };
}

/** Trembles about the middle of the picture, a little above which the face is. */
function moveCanvas(
  context: CanvasRenderingContext2D,
  { width, height }: HTMLCanvasElement,
  ms: number,
  enlarge: number,
): void {
  const { x, y, turn, scale } = tremorAt(ms);
  context.translate(width / 2 + x, height / 2 + y);
  context.rotate(turn);
  context.scale(scale * enlarge, scale * enlarge);
  context.translate(-width / 2, -height / 2);
}

/** A photo on white paper, held before the camera. */
function drawHeldPhoto(
  context: CanvasRenderingContext2D,
  picture: HTMLImageElement,
  canvas: HTMLCanvasElement,
): void {
  const { width, height } = frameSize;
  context.fillStyle = '#8b8f93';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#fbfaf7';
  context.fillRect(canvas.width * 0.13, canvas.height * 0.04, canvas.width * 0.74, canvas.height * 0.92);
  const inset = {
    x: canvas.width * 0.16,
    y: canvas.height * 0.08,
    w: canvas.width * 0.68,
    h: canvas.height * 0.84,
  };
  const cut = { w: width * 0.68, h: height * 0.84 };
  context.drawImage(picture, (width - cut.w) / 2, 0, cut.w, cut.h, inset.x, inset.y, inset.w, inset.h);
}
