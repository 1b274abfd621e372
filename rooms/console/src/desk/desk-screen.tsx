import type { Arrival, StaffPerson } from '@honnin/reception/staff-api';
import { useEffect, useState } from 'react';
import { groupArrivals } from '../arrivals/group-arrivals.ts';
import type { LinkState } from '../connection/arrival-feed.ts';
import { ArrivalDetail } from '../detail/arrival-detail.tsx';
import { text } from '../messages/text.ts';
import { ArrivalPane } from './arrival-pane.tsx';
import type { DeskActions } from './desk-actions.ts';
import { DeskHeader } from './desk-header.tsx';
import { EmptyDesk } from './empty-desk.tsx';
import { HelpBanner } from './help-banner.tsx';
import { LinkBanner } from './link-banner.tsx';
import type { CallSound } from './use-call-sound.ts';

/** The whole desk: who came on the left, what is valid, wrong and to be done on the right. */
export function DeskScreen(props: {
  readonly staff: StaffPerson;
  readonly institution: string;
  readonly arrivals: readonly Arrival[] | null;
  readonly link: LinkState;
  readonly updatedAt: Date | null;
  readonly now: Date;
  readonly actions: DeskActions;
  readonly sound: CallSound;
  readonly onSignOut: () => void;
  readonly initiallySelected?: string;
}) {
  const { staff, institution, arrivals, link, updatedAt, now, actions, sound, onSignOut } = props;
  const [chosen, setChosen] = useState<string | null>(props.initiallySelected ?? null);
  const groups = groupArrivals(arrivals ?? []);
  const [first] = [...groups.needsStaff, ...groups.underWay, ...groups.finished].filter(
    ({ state }) => state !== 'left',
  );
  const firstId = first?.visitId;

  // The first one is opened once; after that the pane changes only when staff choose: a newcomer must never
  // slide under a finger that is about to confirm somebody else.
  useEffect(() => {
    if (chosen === null && firstId !== undefined) setChosen(firstId);
  }, [chosen, firstId]);

  const waiting = groups.needsStaff.filter(({ state }) => state === 'help-wanted');
  useEffect(() => {
    document.title = `${waiting.length > 0 ? `(${waiting.length}) ` : ''}${text.console_title()} - Honnin`;
  });
  const selected = arrivals?.find(({ visitId }) => visitId === chosen) ?? null;
  const elsewhere = waiting.filter(({ visitId }) => visitId !== chosen);

  return (
    <div className="desk">
      <DeskHeader
        staff={staff}
        institution={institution}
        link={link}
        updatedAt={updatedAt}
        now={now}
        sound={sound}
        onSignOut={onSignOut}
      />
      <LinkBanner link={link} updatedAt={updatedAt} />
      {arrivals === null || arrivals.length === 0 ? (
        <EmptyDesk isConnecting={arrivals === null} />
      ) : (
        <div className="desk-panes">
          <ArrivalPane arrivals={arrivals} now={now} selected={chosen} onSelect={setChosen} />
          <main className="detail-pane" aria-label={text.details()}>
            <HelpBanner waiting={elsewhere} now={now} onOpen={setChosen} />
            {selected === null ? (
              <p className="detail-none">{text.choose_an_arrival()}</p>
            ) : (
              <ArrivalDetail key={selected.visitId} arrival={selected} now={now} actions={actions} />
            )}
          </main>
        </div>
      )}
    </div>
  );
}
