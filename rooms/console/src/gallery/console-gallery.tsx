import type { Arrival } from '@honnin/reception/staff-api';
import type { LinkState } from '../connection/arrival-feed.ts';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { SignInScreen } from '../desk/sign-in-screen.tsx';
import { sampleDesk } from './sample-desk.ts';

const staff = { id: 'uketsuke-1', name: '受付　花子' };
const all: readonly Arrival[] = Object.values(sampleDesk).sort((a, b) =>
  b.openedAt.localeCompare(a.openedAt),
);

/** `/console/?gallery=<picture>`: any state of the console with fictional people, for looking and testing. */
export function ConsoleGallery(props: { readonly picture: string }) {
  const { picture } = props;
  if (picture === 'sign-in' || picture === 'no-reception') {
    const away = picture === 'no-reception';
    return (
      <SignInScreen
        institution={away ? null : '架空総合病院'}
        people={away ? null : [staff, { id: 'uketsuke-2', name: '受付　一郎' }]}
        problem={null}
        onChoose={() => undefined}
      />
    );
  }
  const link: LinkState = picture === 'line-down' ? 'away' : 'open';
  const shown = Object.entries(sampleDesk).find(([name]) => name === picture)?.[1];
  return (
    <DeskScreen
      staff={staff}
      institution="架空総合病院"
      arrivals={picture === 'empty' ? [] : all}
      link={link}
      updatedAt={new Date('2026-11-24T00:30:00Z')}
      now={new Date('2026-11-24T00:31:00Z')}
      actions={{
        decide: async () => ({ status: 'done', value: null }),
        markSeen: async () => ({ status: 'done', value: null }),
      }}
      sound={{ isOn: false, setOn: () => undefined }}
      onSignOut={() => undefined}
      {...(shown === undefined ? {} : { initiallySelected: shown.visitId })}
    />
  );
}
