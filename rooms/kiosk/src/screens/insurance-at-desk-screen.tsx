import type { Screen } from '@honnin/terminal/screen-protocol';
import { useLanguage } from '../language/use-language.ts';
import { m } from '../messages/m.ts';
import { CardReminder } from '../parts/card-reminder.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { DeskPicture } from '../pictures/desk-picture.tsx';

/** Identified; the insurance is looked up by hand. */
export function InsuranceAtDeskScreen(props: {
  readonly screen: Extract<Screen, { name: 'insurance-at-desk' }>;
}) {
  const { message, cardPresent } = props.screen;
  const { language } = useLanguage();
  return (
    <ScreenLayout
      name="insurance-at-desk"
      shape="hero"
      tone="good"
      heading={m.done_heading_desk()}
      lead={message.patient[language]}
      picture={<DeskPicture />}
    >
      <CardReminder cardPresent={cardPresent} />
    </ScreenLayout>
  );
}
