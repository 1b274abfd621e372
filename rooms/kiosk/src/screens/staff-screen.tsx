import { ActionButton } from '@honnin/appearance';
import { useAgent } from '../agent/use-agent.ts';
import { m } from '../messages/m.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { StaffPicture } from '../pictures/staff-picture.tsx';

/** Staff has been called and is on the way; the person may go on by themselves instead. */
export function StaffScreen() {
  const { link } = useAgent();
  return (
    <ScreenLayout
      name="waiting-for-staff"
      shape="hero"
      heading={m.staff_heading()}
      lead={m.staff_lead()}
      picture={<StaffPicture />}
    >
      <ActionButton size="kiosk" onPress={() => link.send({ type: 'cancel' })}>
        {m.staff_other()}
      </ActionButton>
    </ScreenLayout>
  );
}
