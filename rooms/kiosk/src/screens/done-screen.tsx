import type { Screen } from '@honnin/terminal/screen-protocol';
import { useLanguage } from '../language/use-language.ts';
import { m } from '../messages/m.ts';
import { CardReminder } from '../parts/card-reminder.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { CheckMark } from '../pictures/check-mark.tsx';
import { DeskPicture } from '../pictures/desk-picture.tsx';

/** What is valid today in plain words, what comes next, and the card. */
export function DoneScreen(props: { readonly screen: Extract<Screen, { name: 'done' }> }) {
  const { personName, validity, notes, staffNeeded, cardPresent } = props.screen;
  const { language } = useLanguage();
  const valid = {
    '1': m.done_1,
    '2': m.done_2,
    '3': m.done_3,
    '4': m.done_4,
    '5': m.done_5,
    '6': m.done_6,
  }[validity]();
  return (
    <ScreenLayout
      name="done"
      shape="hero"
      tone="good"
      {...(personName === null
        ? {}
        : { eyebrow: <span data-spoken>{m.done_name({ name: personName })}</span> })}
      heading={staffNeeded ? m.done_heading_desk() : m.done_heading()}
      lead={
        <>
          <p>{valid}</p>
          {!staffNeeded && <p>{m.done_wait()}</p>}
          {notes.map((note) => (
            <p key={note.code} className="notice notice-small">
              {note.patient[language]}
            </p>
          ))}
        </>
      }
      picture={staffNeeded ? <DeskPicture /> : <CheckMark />}
    >
      <CardReminder cardPresent={cardPresent} />
    </ScreenLayout>
  );
}
