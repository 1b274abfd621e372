import { useLocale } from '@honnin/appearance';
import { codeLists } from '@honnin/insurance';
import type { Arrival } from '@honnin/reception/staff-api';
import type { ReactNode } from 'react';
import { formatAge, formatDate } from '../dates/format-date.ts';
import { dayInJapan, timeInJapan } from '../dates/time-in-japan.ts';
import { stateLabel } from '../desk/state-label.ts';
import { text } from '../messages/text.ts';
import { methodLabel } from './method-label.ts';
import { ValidityMark } from './validity-mark.tsx';

/** Who it is, how that is known, and whether they are covered today. */
export function DetailHead(props: {
  readonly arrival: Arrival;
  readonly now: Date;
  readonly children: ReactNode;
}) {
  const { arrival, now } = props;
  const { locale } = useLocale();
  const { person, validity, terminalName, openedAt, method, state } = arrival;
  const isOver = state === 'problem' || state === 'left' || state === 'done';
  return (
    <header className="detail-head">
      <div className="detail-who">
        {person === null ? (
          <>
            <p className="detail-kana">{isOver ? text.name_unknown() : text.name_not_known_yet()}</p>
            <h2 className="detail-name detail-unknown">{text.person_at({ terminal: terminalName })}</h2>
          </>
        ) : (
          <>
            <p className="detail-kana">{person.kana}</p>
            <h2 className="detail-name">{person.name}</h2>
            {person.nameOfOther !== undefined && (
              <p className="detail-other">
                {text.name_in_use()} {person.nameOfOther} {person.kanaOfOther}
              </p>
            )}
            <p className="detail-born">
              <span>{formatDate(person.birthDate, locale)}</span>
              <b>{formatAge(person.birthDate, dayInJapan(now), locale)}</b>
              <span>{codeLists.sex[person.sex][locale]}</span>
            </p>
          </>
        )}
        <p className="detail-visit">
          <span>{timeInJapan(openedAt)}</span>
          <span>{terminalName}</span>
          <span>{stateLabel(arrival)}</span>
          {method !== null && <span>{methodLabel(method)}</span>}
        </p>
      </div>
      <div className="detail-verdict">
        {validity !== null && <ValidityMark validity={validity} isLarge />}
        {props.children}
      </div>
    </header>
  );
}
