import { ActionButton } from '@honnin/appearance';
import type { AgentState } from '../agent/agent-link.ts';
import { m } from '../messages/m.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { DeskPicture } from '../pictures/desk-picture.tsx';
import { LookingPicture } from '../pictures/looking-picture.tsx';
import { WaitingScreen } from './waiting-screen.tsx';

/** The agent does not speak: starting, away, or speaking to another window. */
export function AwayScreen(props: { readonly link: AgentState['link'] }) {
  if (props.link === 'replaced') {
    return (
      <ScreenLayout
        name="replaced"
        heading={m.replaced_heading()}
        lead={m.replaced_text()}
        picture={<LookingPicture />}
      >
        <ActionButton size="kiosk" weight="primary" onPress={() => location.reload()}>
          {m.replaced_action()}
        </ActionButton>
      </ScreenLayout>
    );
  }
  const away = props.link === 'away';
  return (
    <WaitingScreen
      name={away ? 'away' : 'starting'}
      heading={away ? m.away_heading() : m.starting_heading()}
      lead={away ? m.away_text() : m.starting_text()}
      picture={<DeskPicture />}
    />
  );
}
