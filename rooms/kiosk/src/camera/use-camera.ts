import type { ScreenMessage } from '@honnin/terminal/screen-protocol';
import type { BeforeCamera } from '@honnin/wallet/wallet-api';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import { type Camera, type CameraFacts, type CameraPurpose, type CameraState, frameSize } from './camera.ts';
import { createFreshFrames } from './fresh-frames.ts';
import { openHeldCard } from './open-held-card.ts';
import { openPersonaCamera } from './open-persona-camera.ts';
import { openWebcam } from './open-webcam.ts';

const jpegQuality = 0.85;

type CameraMessage = Extract<ScreenMessage, { type: 'camera' }>;

/**
 * Runs the camera while `active`: shows its picture on the canvas and, on the screens of face and card, sends frames to the
 * agent, one at a time. Nothing is kept; the camera is let go as soon as it is not needed.
 */
export function useCamera(options: {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly active: boolean;
  readonly sending: boolean;
  readonly before: BeforeCamera;
  readonly purpose: CameraPurpose;
  /** In the demo: the picture of a card that is held up in place of a real one; null for what the camera sees. */
  readonly heldCard: string | null;
}): CameraState | 'opening' {
  const { canvas, active, sending, before, purpose, heldCard } = options;
  const { state, link } = useAgent();
  const [cameraState, setCameraState] = useState<CameraState | 'opening'>('opening');
  const camera = useRef<Camera | null>(null);
  const isSending = useRef(sending);
  isSending.current = sending;
  const lastTold = useRef<CameraMessage | null>(null);
  const latestGuidance = useRef(state.guidance);
  latestGuidance.current = state.guidance;
  const held = purpose === 'card' ? heldCard : null;
  const who = held ?? (before.kind === 'webcam' ? 'webcam' : `${before.kind} ${before.id}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `who` stands for `before` and what is held, which are new at every render
  useEffect(() => {
    if (!active) return;
    let over = false;
    let beat: number | undefined;
    const frame = document.createElement('canvas');
    frame.width = frameSize.width;
    frame.height = frameSize.height;
    let encoding = false;
    const isFresh = createFreshFrames();
    const tell = (now: CameraState, facts?: CameraFacts) => {
      const message: CameraMessage = {
        type: 'camera',
        state: now,
        ...(facts === undefined ? {} : { identity: facts }),
      };
      lastTold.current = message;
      setCameraState(now);
      link.send(message);
    };
    const run = () => {
      const open = camera.current;
      if (over || open === null) return;
      const drawn = open.draw(frame);
      if (drawn) canvas.current?.getContext('2d')?.drawImage(frame, 0, 0);
      const captured = open.captured();
      const wanted = drawn && isSending.current && !encoding && link.takesFrame;
      if (wanted && isFresh(captured, performance.now())) {
        encoding = true;
        frame.toBlob(
          (jpeg) => {
            encoding = false;
            if (jpeg !== null && !over && isSending.current) link.sendFrame(jpeg, captured);
          },
          'image/jpeg',
          jpegQuality,
        );
      }
      beat = window.setTimeout(run, 40);
    };
    const open = async () => {
      const opened =
        held !== null
          ? await openHeldCard(held)
          : before.kind === 'webcam'
            ? await openWebcam(() => tell('lost'), purpose)
            : await openPersonaCamera(before);
      if (typeof opened === 'string') {
        if (!over) tell(opened);
        return;
      }
      if (over) {
        opened[Symbol.dispose]();
        return;
      }
      camera.current = opened;
      opened.heed(latestGuidance.current);
      tell('ready', opened.facts);
      run();
    };
    open().catch(() => {
      if (!over) tell('missing');
    });
    return () => {
      over = true;
      window.clearTimeout(beat);
      camera.current?.[Symbol.dispose]();
      camera.current = null;
      frame.getContext('2d')?.clearRect(0, 0, frame.width, frame.height);
      lastTold.current = null;
      setCameraState('opening');
    };
  }, [active, who, purpose, link]);

  // While the camera warmed up nobody listened: a camera that failed then is told again where it is needed.
  useEffect(() => {
    if (sending && lastTold.current !== null) link.send(lastTold.current);
  }, [sending, link]);

  useEffect(() => camera.current?.heed(state.guidance), [state.guidance]);
  return cameraState;
}
