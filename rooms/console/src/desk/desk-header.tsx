import { BrandMark, LanguageSwitch, useLocale } from '@honnin/appearance';
import type { StaffPerson } from '@honnin/reception/staff-api';
import { Button, ToggleButton } from 'react-aria-components';
import type { LinkState } from '../connection/arrival-feed.ts';
import { formatDate } from '../dates/format-date.ts';
import { dayInJapan, timeInJapan } from '../dates/time-in-japan.ts';
import { text } from '../messages/text.ts';
import type { CallSound } from './use-call-sound.ts';

/** Where, when, who, and whether the line is up. */
export function DeskHeader(props: {
  readonly staff: StaffPerson;
  readonly institution: string;
  readonly link: LinkState;
  readonly updatedAt: Date | null;
  readonly now: Date;
  readonly sound: CallSound;
  readonly onSignOut: () => void;
}) {
  const { staff, institution, link, updatedAt, now, sound, onSignOut } = props;
  const { locale } = useLocale();
  const isUp = link === 'open';
  return (
    <header className="desk-header">
      <BrandMark size={30} />
      <h1>{text.desk_of({ institution })}</h1>
      <p className="desk-today">
        <span>{formatDate(dayInJapan(now), locale)}</span> <b>{timeInJapan(now)}</b>
      </p>
      <p className={isUp ? 'line line-up' : 'line line-down'} role="status">
        <span className="line-mark" aria-hidden="true">
          {isUp ? '●' : '▲'}
        </span>
        {isUp ? text.line_up() : link === 'connecting' ? text.line_connecting() : text.line_down()}
        {!isUp && updatedAt !== null && ` ${text.last_update({ time: timeInJapan(updatedAt) })}`}
      </p>
      <ToggleButton className="bar-button" isSelected={sound.isOn} onChange={sound.setOn}>
        {sound.isOn ? text.sound_on() : text.sound_off()}
      </ToggleButton>
      <LanguageSwitch />
      <p className="desk-staff">{staff.name}</p>
      <Button className="bar-button" onPress={onSignOut}>
        {text.sign_out()}
      </Button>
    </header>
  );
}
