import type { BeforeCamera } from '@honnin/wallet/wallet-api';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import { type Camera, type CameraState, frameSize } from './camera.ts';
import { openPersonaCamera } from './open-persona-camera.ts';
import { openWebcam } from './open-webcam.ts';

const jpegQuality = 0.85;

/**
 * Runs the camera while `active`: shows its picture on the canvas and, on the face screen, sends frames to the
 * agent, one at a time. Nothing is kept; the camera is let go as soon as it is not needed.
 */
export function useCamera(options: {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly active: boolean;
  readonly sending: boolean;
  readonly before: BeforeCamera;
}): CameraState | 'opening' {
  const { canvas, active, sending, before } = options;
  const { state, link } = useAgent();
  const [cameraState, setCameraState] = useState<CameraState | 'opening'>('opening');
  const camera = useRef<Camera | null>(null);
  const isSending = useRef(sending);
  isSending.current = sending;
  const lastTold = useRef<CameraState | 'opening'>('opening');
  const latestGuidance = useRef(state.guidance);
  latestGuidance.current = state.guidance;
  const who = before.kind === 'webcam' ? 'webcam' : `${before.kind} ${before.id}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `who` stands for `before`, which is new at every render
  useEffect(() => {
    if (!active) return;
    let over = false;
    let beat: number | undefined;
    const frame = document.createElement('canvas');
    frame.width = frameSize.width;
    frame.height = frameSize.height;
    let encoding = false;
    const tell = (now: CameraState) => {
      lastTold.current = now;
      setCameraState(now);
      link.send({ type: 'camera', state: now });
    };
    const run = () => {
      const open = camera.current;
      if (over || open === null) return;
      const drawn = open.draw(frame);
      if (drawn) canvas.current?.getContext('2d')?.drawImage(frame, 0, 0);
      if (drawn && isSending.current && !encoding && link.takesFrame) {
        encoding = true;
        frame.toBlob(
          (jpeg) => {
            encoding = false;
            if (jpeg !== null && !over && isSending.current) link.sendFrame(jpeg);
          },
          'image/jpeg',
          jpegQuality,
        );
      }
      beat = window.setTimeout(run, 40);
    };
    const open = async () => {
      const opened =
        before.kind === 'webcam' ? await openWebcam(() => tell('lost')) : await openPersonaCamera(before);
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
      tell('ready');
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
      lastTold.current = 'opening';
      setCameraState('opening');
    };
  }, [active, who, link]);

  // While the camera warmed up nobody listened: a camera that failed then is told again where it is needed.
  useEffect(() => {
    if (sending && lastTold.current !== 'opening') link.send({ type: 'camera', state: lastTold.current });
  }, [sending, link]);

  useEffect(() => camera.current?.heed(state.guidance), [state.guidance]);
  return cameraState;
}
