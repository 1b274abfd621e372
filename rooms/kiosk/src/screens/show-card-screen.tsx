import { ActionButton } from '@honnin/appearance';
import type { Screen } from '@honnin/terminal/screen-protocol';
import type { RefObject } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import { type CameraState, frameSize } from '../camera/camera.ts';
import { m } from '../messages/m.ts';
import { GuidanceSentence } from '../parts/guidance-sentence.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { useSteady } from '../parts/use-steady.ts';
import { CheckMark } from '../pictures/check-mark.tsx';
import { DrawnCard } from '../pictures/drawn-card.tsx';
import { cardAdviceText } from './card-advice-text.ts';
import './show-card-screen.css';

/** How long a sentence stays at least, so that it can be read. */
const readableMs = 1_200;

/** The printed side before the camera: a frame to hold it in, one sentence of what would help, and what is read. */
export function ShowCardScreen(props: {
  readonly screen: Extract<Screen, { name: 'show-card' }>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly camera: CameraState | 'opening';
}) {
  const { state, link } = useAgent();
  const { cardGuidance } = state;
  const advice = useSteady(cardGuidance === null ? 'none' : cardGuidance.advice, {
    ms: readableMs,
    of: 'card',
  });
  const sentence =
    props.camera !== 'ready'
      ? m.show_card_opening()
      : advice === 'none'
        ? m.show_card_hold()
        : cardAdviceText(advice);
  const advised = props.camera === 'ready' && advice !== null && advice !== 'none';
  // Until something is seen, a drawn card shows what is meant.
  const empty = advice === 'none' || advice === 'no-card';
  const settled = cardGuidance?.settled;
  const parts = [
    { name: m.show_card_part_birth(), done: settled?.birthDate === true },
    { name: m.show_card_part_expiry(), done: settled?.expiryYear === true },
    { name: m.show_card_part_code(), done: settled?.securityCode === true },
  ];
  return (
    <ScreenLayout
      name="show-card"
      shape="hero"
      heading={m.show_card_heading()}
      lead={<GuidanceSentence isAdvice={advised && advice !== 'hold-still'}>{sentence}</GuidanceSentence>}
      picture={
        <div className="card-glass">
          <canvas
            ref={props.canvas}
            width={frameSize.width}
            height={frameSize.height}
            role="img"
            aria-label={m.show_card_preview()}
          />
          <svg viewBox="0 0 640 480" aria-hidden="true" className={advised ? 'card-frame-advice' : ''}>
            {empty && (
              <g className="card-ghost" transform="translate(50 70) scale(3.375 3.4)">
                <DrawnCard x={0} y={0} />
              </g>
            )}
            <path
              className="card-shade"
              d="M0 0h640v480H0z M70 70a20 20 0 0 0-20 20v300a20 20 0 0 0 20 20h500a20 20 0 0 0 20-20V90a20 20 0 0 0-20-20z"
            />
            <rect className="card-frame" x="50" y="70" width="540" height="340" rx="20" />
          </svg>
        </div>
      }
    >
      <ul className="card-parts-read" aria-label={m.show_card_parts()}>
        {parts.map(({ name, done }) => (
          <li key={name} className={done ? 'card-part-done' : ''}>
            <span className="card-part-mark">{done && <CheckMark />}</span>
            {name}
            <span className="visually-hidden">{done ? m.show_card_read() : m.show_card_not_yet()}</span>
          </li>
        ))}
      </ul>
      <ul className="tips tips-face">
        <li>{m.show_card_lift()}</li>
        <li>{m.show_card_kept()}</li>
      </ul>
      <div className="face-ways pair even">
        <ActionButton size="kiosk" onPress={() => link.send({ type: 'type-instead' })}>
          {m.show_card_type()}
          <small>{m.show_card_type_more()}</small>
        </ActionButton>
        <ActionButton size="kiosk" onPress={() => link.send({ type: 'cancel' })}>
          {m.show_card_other_way()}
          <small>{m.show_card_other_way_more()}</small>
        </ActionButton>
      </div>
    </ScreenLayout>
  );
}
