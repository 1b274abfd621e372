import { ActionButton } from '@honnin/appearance';
import type { Screen } from '@honnin/terminal/screen-protocol';
import { useState } from 'react';
import { useAgent } from '../agent/use-agent.ts';
import { pressKey } from '../entry/digit-fields.ts';
import { m } from '../messages/m.ts';
import { DigitBoxes } from '../parts/digit-boxes.tsx';
import { NumberPad } from '../parts/number-pad.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { NoticePicture } from '../pictures/notice-picture.tsx';
import { PinPadPicture } from '../pictures/pin-pad-picture.tsx';

const pinLength = 4;

/** Four digits, never shown. The last try has to be meant: first the person hears what it may cost. */
export function PinScreen(props: { readonly screen: Extract<Screen, { name: 'pin' }> }) {
  const { triesLeft, wrong, lastTry } = props.screen;
  const { link } = useAgent();
  const [digits, setDigits] = useState('');
  const [meant, setMeant] = useState(false);

  if (lastTry && !meant) {
    return (
      <ScreenLayout
        name="pin"
        tone="care"
        shape="hero"
        heading={m.pin_last_heading()}
        lead={m.pin_last_lead()}
        picture={<NoticePicture />}
      >
        <ActionButton size="kiosk" weight="primary" onPress={() => link.send({ type: 'cancel' })}>
          {m.pin_last_other()}
        </ActionButton>
        <ActionButton size="kiosk" onPress={() => setMeant(true)}>
          {m.pin_last_go()}
        </ActionButton>
      </ScreenLayout>
    );
  }
  const confirm = () => {
    if (digits.length !== pinLength) return;
    link.send({ type: 'pin', digits, ...(lastTry ? { spendLastTry: true } : {}) });
    setDigits('');
  };
  return (
    <ScreenLayout
      name="pin"
      heading={wrong && !lastTry ? m.pin_wrong_heading() : m.pin_heading()}
      lead={
        <>
          <p>{wrong && !lastTry ? m.pin_wrong_lead() : m.pin_lead()}</p>
          <p className={wrong ? 'notice' : 'fact'}>{m.pin_tries({ count: triesLeft })}</p>
        </>
      }
      picture={<PinPadPicture />}
    >
      <DigitBoxes digits={digits} length={pinLength} hidden label={m.pin_entered({ count: digits.length })} />
      <p className="fine">{m.pin_hidden()}</p>
      <NumberPad
        onKey={(key) =>
          setDigits((before) => {
            const full = before.length === pinLength && key !== 'delete' && key !== 'clear';
            const entry = { values: { pin: before }, active: 'pin' as const };
            return full ? before : pressKey([{ name: 'pin', length: pinLength }], entry, key).values.pin;
          })
        }
        onEnter={confirm}
        onBack={() => link.send({ type: 'cancel' })}
        enterName={m.pin_confirm()}
        canEnter={digits.length === pinLength}
      />
    </ScreenLayout>
  );
}
