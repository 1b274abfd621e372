import { useLocale } from '@honnin/appearance';
import type { Arrival } from '@honnin/reception/staff-api';
import { ListBoxItem } from 'react-aria-components';
import { timeInJapan } from '../dates/time-in-japan.ts';
import { ValidityMark } from '../detail/validity-mark.tsx';
import { text } from '../messages/text.ts';
import { stateLabel } from './state-label.ts';
import { waitingMinutes } from './waiting-minutes.ts';

/** One visit in the list. */
export function ArrivalRow(props: { readonly arrival: Arrival; readonly now: Date }) {
  const { arrival, now } = props;
  const { locale } = useLocale();
  const { person, state, validity, attention, terminalName, openedAt } = arrival;
  const [first] = attention;
  const isWaiting = state === 'help-wanted';
  return (
    <ListBoxItem id={arrival.visitId} textValue={person?.kana ?? terminalName} className={`row row-${state}`}>
      <span className="row-time">{timeInJapan(openedAt)}</span>
      <span className="row-who">
        <span className="row-name">{person?.name ?? terminalName}</span>
        {person !== null && <span className="row-kana">{person.kana}</span>}
      </span>
      <span className="row-mark">
        {validity !== null ? (
          <ValidityMark validity={validity} />
        ) : isWaiting ? (
          <span className="mark mark-care">{text.mark_help()}</span>
        ) : state === 'problem' ? (
          <span className="mark mark-bad">{text.mark_problem()}</span>
        ) : null}
      </span>
      <span className="row-where">
        {[
          isWaiting
            ? `${text.state_help_wanted()} ${text.waiting_minutes({ minutes: waitingMinutes(arrival, now) })}`
            : validity === null && stateLabel(arrival),
          person !== null && terminalName,
          arrival.seen && text.seen(),
        ]
          .filter((part) => part !== false)
          .join(' · ')}
      </span>
      {first !== undefined && !arrival.seen && !isWaiting && state !== 'left' && (
        <span className="row-first">{first[locale]}</span>
      )}
    </ListBoxItem>
  );
}
