import { ActionButton } from '@honnin/appearance';
import type { Screen } from '@honnin/terminal/screen-protocol';
import { useAgent } from '../agent/use-agent.ts';
import { useLanguage } from '../language/use-language.ts';
import { m } from '../messages/m.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { splitFirstSentence } from '../parts/split-first-sentence.ts';
import { StaffPicture } from '../pictures/staff-picture.tsx';

/** Staff has been called and is on the way, and why, where nobody asked; the person may go on by themselves instead. */
export function StaffScreen(props: { readonly screen: Extract<Screen, { name: 'waiting-for-staff' }> }) {
  const { link } = useAgent();
  const { language } = useLanguage();
  const { because } = props.screen;
  const [heading, lead] =
    because === null ? [m.staff_heading(), m.staff_lead()] : splitFirstSentence(because.patient[language]);
  return (
    <ScreenLayout
      name="waiting-for-staff"
      shape="hero"
      heading={heading}
      lead={lead}
      picture={<StaffPicture />}
    >
      <ActionButton size="kiosk" onPress={() => link.send({ type: 'cancel' })}>
        {m.staff_other()}
      </ActionButton>
    </ScreenLayout>
  );
}
