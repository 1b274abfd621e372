import { ActionButton } from '@honnin/appearance';
import type { Screen } from '@honnin/terminal/screen-protocol';
import type { RefObject } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import { type CameraState, frameSize } from '../camera/camera.ts';
import { m } from '../messages/m.ts';
import { GuidanceSentence } from '../parts/guidance-sentence.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { useSteady } from '../parts/use-steady.ts';
import { AdvicePicture } from '../pictures/advice-picture.tsx';
import { TurnArrow } from '../pictures/turn-arrow.tsx';
import { guidancePicture } from './guidance-picture.ts';
import { guidanceText } from './guidance-text.ts';
import { useMovedBefore } from './use-moved-before.ts';
import './face-screen.css';

/** How long a sentence stays at least, so that it can be read. */
const readableMs = 900;

/** The person as in a mirror, one sentence of what to do, and a ring that fills from 12 o'clock. */
export function FaceScreen(props: {
  readonly screen: Extract<Screen, { name: 'face' }>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly camera: CameraState | 'opening';
}) {
  const { state, link } = useAgent();
  const { guidance } = state;
  const { triesLeft, withoutTurning } = props.screen;
  const step = guidance?.step ?? 'look-straight';
  const ready = props.camera === 'ready' && guidance !== null;
  const before = useMovedBefore(step);
  // A sentence and its picture come and go together.
  const advice = useSteady(guidance?.advice ?? null, { ms: readableMs, of: step });
  const sentence = ready ? guidanceText(step, advice, before) : m.face_opening();
  const picture = ready ? guidancePicture(step, advice, before) : null;
  const onTheWay = advice === 'hold-still' || advice === 'turn-further' || advice === 'lean-further';
  const advised = advice !== null && !onTheWay;
  const leaning = step === 'lean-in';
  const arrow = step === 'turn-left' ? 'left' : step === 'turn-right' ? 'right' : null;
  const progress = Math.max(0, Math.min(1, guidance?.progress ?? 0));
  return (
    <ScreenLayout
      name="face"
      shape="hero"
      heading={m.face_heading()}
      lead={<GuidanceSentence isAdvice={advised}>{sentence}</GuidanceSentence>}
      picture={
        <div className="mirror">
          <div className="mirror-glass">
            <canvas
              ref={props.canvas}
              width={frameSize.width}
              height={frameSize.height}
              role="img"
              aria-label={m.face_preview()}
            />
          </div>
          <svg
            viewBox="0 0 200 200"
            className={`mirror-ring ${advised ? 'mirror-advice' : ''}`}
            role="progressbar"
            aria-label={m.face_progress()}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(progress * 100)}
          >
            <ellipse
              className={`mirror-head ${leaning ? 'mirror-head-near' : ''}`}
              cx="100"
              cy="90"
              rx="33"
              ry="44"
            />
            <circle className="mirror-track" cx="100" cy="100" r="95" />
            <circle
              className="mirror-done"
              cx="100"
              cy="100"
              r="95"
              pathLength="1"
              strokeDasharray={`${progress} 1`}
              transform="rotate(-90 100 100)"
              style={{ opacity: progress > 0 ? 1 : 0 }}
            />
          </svg>
          {arrow !== null && <TurnArrow to={arrow} />}
          {picture !== null && <AdvicePicture kind={picture} />}
        </div>
      }
    >
      <ul className="tips tips-face">
        <li>{m.face_kept()}</li>
        <li>{withoutTurning ? m.face_without_turning_chosen() : m.face_tip()}</li>
        <li>{m.face_tries({ count: triesLeft })}</li>
      </ul>
      <div className={withoutTurning ? 'face-ways' : 'face-ways pair even'}>
        {!withoutTurning && (
          <ActionButton size="kiosk" onPress={() => link.send({ type: 'without-turning' })}>
            {m.face_without_turning()}
            <small>{m.face_without_turning_more()}</small>
          </ActionButton>
        )}
        <ActionButton size="kiosk" onPress={() => link.send({ type: 'cancel' })}>
          {m.face_other_way()}
          <small>{m.face_other_way_more()}</small>
        </ActionButton>
      </div>
    </ScreenLayout>
  );
}
