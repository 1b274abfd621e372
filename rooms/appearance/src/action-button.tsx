import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

/** A button in one of four weights; `size="kiosk"` is made for a finger at arm's length (at least 88 px). */
export function ActionButton(props: {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly weight?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'desk' | 'kiosk';
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly label?: string;
}) {
  return (
    <Button
      className={`action action-${props.weight ?? 'secondary'} action-${props.size ?? 'desk'}`}
      onPress={props.onPress}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.icon}
      <span>{props.children}</span>
    </Button>
  );
}
