import type { Page } from 'playwright-core';

/** Who is before the browser's camera. A still picture may be held still, or moved as a hand would move it. */
export type BeforeLens =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly id: string }
  /** The drawn front of this person's card, held up whenever the kiosk asks for it; else the person. */
  | { readonly kind: 'person-with-card'; readonly id: string; readonly card: string }
  | { readonly kind: 'still-picture'; readonly id: string; readonly held: 'still' | 'moving' };

/** What the page's camera does when it is asked for a picture. */
type CameraState = 'works' | 'denied' | 'missing';

interface LensOfPage {
  before: BeforeLens;
  state: CameraState;
  readonly tracks: MediaStreamTrack[];
}

declare global {
  interface Window {
    lens?: LensOfPage;
  }
}

/** A camera of a page, with somebody before it. */
export interface PersonBeforeCamera {
  stand(before: BeforeLens): Promise<void>;
  /** From the next time the camera is asked for. */
  setState(state: CameraState): Promise<void>;
  /** Pulls the cable of a camera that is running. */
  pullOut(): Promise<void>;
}

/**
 * Gives every page of this tab a real camera stream: a canvas of 640x480 that shows a persona's live frames.
 * The persona does what is to be seen on the kiosk's screen, as a person would: turns after the arrow, comes
 * nearer or turns back a little when the sentence says so, half a second after it was shown.
 */
export async function putPersonBeforeCamera(page: Page): Promise<PersonBeforeCamera> {
  // Compilers that keep names of functions call this; the page has never heard of it.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await page.addInitScript(replaceCamera);
  return {
    stand: (before) =>
      page.evaluate((who) => {
        if (window.lens !== undefined) window.lens.before = who;
      }, before),
    setState: (state) =>
      page.evaluate((wanted) => {
        if (window.lens !== undefined) window.lens.state = wanted;
      }, state),
    pullOut: () =>
      page.evaluate(() => {
        for (const track of window.lens?.tracks.splice(0) ?? []) {
          track.stop();
          // A browser tells it of a device that went away, and stays silent when the page stopped it.
          track.dispatchEvent(new Event('ended'));
        }
      }),
  };
}

/** Runs in the page, before its own program. */
function replaceCamera(): void {
  const width = 640;
  const height = 480;
  const reactionMs = 400;
  const degreesAMillisecond = 5 / 110;
  const blinkEveryMs = 3_700;
  interface Frame {
    readonly yaw: number;
    readonly eyes: string;
    readonly distance: string;
    readonly image: HTMLImageElement;
  }
  const lens: LensOfPage = { before: { kind: 'nobody' }, state: 'works', tracks: [] };
  window.lens = lens;
  const loaded = new Map<string, Promise<Frame[]>>();
  const cards = new Map<string, HTMLImageElement>();
  let frames: readonly Frame[] = [];
  let framesOf = '';
  let yaw = 0;
  let heeded = { yaw: 0, distance: 'normal' };
  let read = { text: '', at: 0 };
  let last = performance.now();

  const load = async (id: string): Promise<Frame[]> => {
    const answer = await fetch(`/wallet/people/${id}/frames`);
    const listed = (await answer.json()) as (Omit<Frame, 'image'> & Record<string, string>)[];
    const plain = listed.filter(({ light, wears }) => light === 'even' && wears === 'nothing');
    return Promise.all(
      plain.map(async ({ yaw: turned, eyes, distance, url }) => {
        const image = new Image();
        image.src = String(url);
        await image.decode();
        return { yaw: turned, eyes, distance, image };
      }),
    );
  };

  /** What a person takes from the screen at a glance. */
  const understand = () => {
    const screen = document.querySelector('[data-screen="face"]');
    const sentence = screen?.querySelector('[role="status"]')?.textContent ?? '';
    const side = screen?.querySelector('.turn-arrow-left')
      ? 1
      : screen?.querySelector('.turn-arrow-right')
        ? -1
        : 0;
    const less = /顔をもどして|turn back a little/i.test(sentence);
    const distance = /近づいて|近づけて|closer|lean towards/i.test(sentence)
      ? 'near'
      : /離れて|move back/i.test(sentence)
        ? 'far'
        : 'normal';
    return { text: `${side} ${less} ${distance}`, yaw: side * (less ? 18 : 30), distance };
  };

  const personNow = (now: number): HTMLImageElement | undefined => {
    const seen = understand();
    if (seen.text !== read.text) read = { text: seen.text, at: now };
    if (now - read.at >= reactionMs) heeded = seen;
    const way = degreesAMillisecond * (now - last);
    yaw += Math.max(-way, Math.min(way, heeded.yaw - yaw));
    const shut = now % blinkEveryMs < 150 && Math.abs(yaw) < 4 ? 'closed' : 'open';
    const apart = frames.filter(
      (frame) => frame.distance === (heeded.yaw === 0 ? heeded.distance : 'normal'),
    );
    const fitting = (apart.length > 0 ? apart : frames).filter((frame) => frame.eyes === shut);
    const nearest = Math.min(...fitting.map((frame) => Math.abs(frame.yaw - yaw)));
    const best = fitting.filter((frame) => Math.abs(frame.yaw - yaw) - nearest < 0.5);
    return best[Math.floor(now / 450) % Math.max(1, best.length)]?.image;
  };

  const draw = (context: CanvasRenderingContext2D) => {
    const now = performance.now();
    const { before } = lens;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#c9cdd1';
    context.fillRect(0, 0, width, height);
    // The stream only has a new frame when something was drawn: the empty room flickers as a real one does.
    context.fillStyle = `rgb(200 204 ${208 + (Math.floor(now / 33) % 2)})`;
    context.fillRect(0, 0, 4, 4);
    const card = before.kind === 'person-with-card' ? cards.get(before.card) : undefined;
    if (card !== undefined && document.querySelector('[data-screen="show-card"]') !== null) {
      // Held by a hand that sways: no two frames are the same.
      const cardWidth = 530;
      const cardHeight = (cardWidth * card.height) / card.width;
      context.translate(width / 2 + 3 * Math.sin(now / 700), height / 2 + 2 * Math.sin(now / 450));
      context.rotate(0.03 + 0.01 * Math.sin(now / 900));
      context.drawImage(card, -cardWidth / 2, -cardHeight / 2, cardWidth, cardHeight);
    } else if (before.kind !== 'nobody' && framesOf === before.id) {
      const straight = frames.find((frame) => frame.yaw === 0 && frame.eyes === 'open')?.image;
      const image = before.kind === 'still-picture' ? straight : personNow(now);
      if (before.kind === 'still-picture' && before.held === 'moving') {
        const sway = Math.sin(now / 900);
        const size = 1.06 + 0.05 * Math.sin(now / 1300);
        context.translate(width / 2 + 14 * sway, height / 2 + 6 * Math.sin(now / 700));
        context.rotate(0.05 * Math.sin(now / 1100));
        context.transform(size * (0.9 + 0.1 * Math.cos(now / 1000)), 0.02 * sway, 0, size, 0, 0);
        context.translate(-width / 2, -height / 2);
      }
      if (image !== undefined) context.drawImage(image, 0, 0, width, height);
    }
    last = now;
  };

  const prepare = async () => {
    const { before } = lens;
    if (before.kind === 'person-with-card' && !cards.has(before.card)) {
      const image = new Image();
      image.src = `/wallet/people/${before.card}/card-front.png`;
      await image.decode();
      cards.set(before.card, image);
    }
    if (before.kind === 'nobody' || framesOf === before.id) return;
    const { id } = before;
    const loading = loaded.get(id) ?? load(id);
    loaded.set(id, loading);
    frames = await loading;
    framesOf = id;
    yaw = 0;
  };

  const open = async (): Promise<MediaStream> => {
    if (lens.state !== 'works') {
      throw new DOMException('', lens.state === 'denied' ? 'NotAllowedError' : 'NotFoundError');
    }
    await prepare();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) throw new DOMException('', 'NotReadableError');
    draw(context);
    const stream = canvas.captureStream(30);
    const [track] = stream.getVideoTracks();
    if (track === undefined) throw new DOMException('', 'NotReadableError');
    lens.tracks.push(track);
    const beat = window.setInterval(() => {
      if (track.readyState === 'ended') window.clearInterval(beat);
      else void prepare().then(() => draw(context));
    }, 33);
    return stream;
  };
  if (navigator.mediaDevices !== undefined) navigator.mediaDevices.getUserMedia = open;
}
