import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './choice-card.css';

/** A way to go on, as large as it deserves: picture, name, and one line about it. */
export function ChoiceCard(props: {
  readonly name: string;
  readonly more: string;
  readonly picture: ReactNode;
  readonly onPress: () => void;
  readonly rank?: 'first' | 'other';
  readonly badge?: string;
}) {
  return (
    <Button className={`choice choice-${props.rank ?? 'other'}`} onPress={props.onPress}>
      <span className="choice-picture">{props.picture}</span>
      <span className="choice-words">
        {props.badge !== undefined && <span className="choice-badge">{props.badge}</span>}
        <span className="choice-name">{props.name}</span>
        <span className="choice-more">{props.more}</span>
      </span>
    </Button>
  );
}
