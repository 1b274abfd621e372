import { ActionButton } from '@honnin/appearance';
import { useAgent } from '../agent/use-agent.ts';
import { m } from '../messages/m.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { useCountdown } from '../parts/use-countdown.ts';
import { ClockPicture } from '../pictures/clock-picture.tsx';

/** Asks before a visit ends by itself; one tap goes on where the person was (WCAG 2.2.1). */
export function StillThereScreen(props: { readonly secondsLeft: number }) {
  const { secondsLeft } = props;
  const { link } = useAgent();
  const left = useCountdown(secondsLeft);
  return (
    <ScreenLayout
      name="still-there"
      shape="hero"
      heading={m.still_heading()}
      lead={
        <>
          <p>{m.still_lead()}</p>
          <p className="fact">{m.still_seconds({ count: left })}</p>
        </>
      }
      picture={<ClockPicture share={secondsLeft === 0 ? 0 : left / secondsLeft}>{String(left)}</ClockPicture>}
    >
      <ActionButton size="kiosk" weight="primary" onPress={() => link.send({ type: 'more-time' })}>
        {m.still_more()}
      </ActionButton>
    </ScreenLayout>
  );
}
