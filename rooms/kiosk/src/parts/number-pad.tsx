import { ActionButton } from '@honnin/appearance';
import { Button } from 'react-aria-components';
import type { PadKey } from '../entry/digit-fields.ts';
import { m } from '../messages/m.ts';
import { usePadKeys } from './use-pad-keys.ts';
import './number-pad.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const isPadKey = (key: string): key is PadKey => /^([0-9]|delete|clear)$/.test(key);

/** Big keys for a finger; the keyboard's own digits, Backspace, Delete and Enter do the same. */
export function NumberPad(props: {
  readonly onKey: (key: PadKey) => void;
  readonly onEnter: () => void;
  readonly onBack: () => void;
  readonly enterName: string;
  readonly canEnter: boolean;
}) {
  usePadKeys({
    onKey: (pressed) => {
      if (isPadKey(pressed)) props.onKey(pressed);
    },
    onEnter: props.onEnter,
  });
  const key = (pressed: PadKey, label: string, kind = 'digit') => (
    <Button key={pressed} className={`pad-key pad-${kind}`} onPress={() => props.onKey(pressed)}>
      {label}
    </Button>
  );
  return (
    <fieldset className="number-pad">
      <legend className="visually-hidden">{m.pad_label()}</legend>
      {digits.map((digit) => key(digit, digit))}
      {key('clear', m.pad_clear(), 'word')}
      {key('0', '0')}
      {key('delete', m.pad_delete(), 'word')}
      <div className="pad-actions">
        <ActionButton size="kiosk" onPress={props.onBack}>
          {m.back()}
        </ActionButton>
        <ActionButton size="kiosk" weight="primary" isDisabled={!props.canEnter} onPress={props.onEnter}>
          {props.enterName}
        </ActionButton>
      </div>
    </fieldset>
  );
}
