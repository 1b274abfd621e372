import { ActionButton } from '@honnin/appearance';
import { Button } from 'react-aria-components';
import { m } from '../messages/m.ts';
import { usePadKeys } from './use-pad-keys.ts';
import './character-pad.css';

const characters = {
  letters: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  digits: [...'1234567890'],
} as const;

/** Big keys for the one kind of character that comes next; a keyboard's keys, Backspace and Enter do the same. */
export function CharacterPad(props: {
  readonly kind: keyof typeof characters;
  /** A character, `delete` or `clear`. */
  readonly onKey: (key: string) => void;
  readonly onEnter: () => void;
  readonly onBack: () => void;
  readonly enterName: string;
  readonly isFull: boolean;
}) {
  usePadKeys(props);
  const { kind, isFull, onKey } = props;
  return (
    <fieldset className="character-pad">
      <legend className="visually-hidden">{m.residence_pad()}</legend>
      <div className={`character-keys character-${kind}`}>
        {characters[kind].map((character) => (
          <Button key={character} className="pad-key" isDisabled={isFull} onPress={() => onKey(character)}>
            {character}
          </Button>
        ))}
      </div>
      <div className="character-actions">
        <ActionButton size="kiosk" onPress={props.onBack}>
          {m.back()}
        </ActionButton>
        <div className="character-clear">
          <ActionButton size="kiosk" onPress={() => onKey('clear')}>
            {m.pad_clear()}
          </ActionButton>
        </div>
        <ActionButton size="kiosk" onPress={() => onKey('delete')}>
          {m.pad_delete()}
        </ActionButton>
        <ActionButton size="kiosk" weight="primary" isDisabled={!isFull} onPress={props.onEnter}>
          {props.enterName}
        </ActionButton>
      </div>
    </fieldset>
  );
}
