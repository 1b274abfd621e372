import type { StaffPerson } from '@honnin/reception/staff-api';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type ArrivalFeed, openArrivalFeed } from '../connection/arrival-feed.ts';
import type { StaffClient } from '../connection/staff-client.ts';
import { DeskScreen } from './desk-screen.tsx';
import { useCallSound } from './use-call-sound.ts';

/** The desk on a live line. */
export function LiveDesk(props: {
  readonly client: StaffClient;
  readonly staff: StaffPerson;
  readonly institution: string;
  readonly onSignOut: () => void;
  /** Reception no longer knows the session. */
  readonly onSignedOut: () => void;
}) {
  const { client, staff, institution, onSignOut, onSignedOut } = props;
  const [feed, setFeed] = useState<ArrivalFeed | null>(null);
  const [now, setNow] = useState(() => new Date());

  useEffect(() => {
    const opened = openArrivalFeed({
      openStream: () => new EventSource('/staff/arrivals/stream'),
      async isSignedIn() {
        const answer = await client.session();
        if (answer.status === 'failed') return 'unknown';
        return answer.value.staff === null ? 'no' : 'yes';
      },
      now: () => new Date(),
      setTimer: (run, ms) => window.setTimeout(run, ms),
      clearTimer: (timer) => window.clearTimeout(timer),
    });
    setFeed(opened);
    return () => opened[Symbol.dispose]();
  }, [client]);

  useEffect(() => {
    const beat = window.setInterval(() => setNow(new Date()), 10_000);
    return () => window.clearInterval(beat);
  }, []);

  const subscribe = useCallback(
    (listener: () => void) => feed?.subscribe(listener) ?? (() => undefined),
    [feed],
  );
  const state = useSyncExternalStore(subscribe, () => feed?.state ?? null);
  const link = state?.link;
  useEffect(() => {
    if (link === 'signed-out') onSignedOut();
  }, [link, onSignedOut]);

  const actions = useMemo(
    () => ({
      decide: (visitId: string, decision: 'confirmed' | 'declined') => client.decide(visitId, decision),
      markSeen: (visitId: string) => client.markSeen(visitId),
    }),
    [client],
  );
  const sound = useCallSound(state?.arrivals ?? []);
  return (
    <DeskScreen
      staff={staff}
      institution={institution}
      arrivals={state?.arrivals ?? null}
      link={link ?? 'connecting'}
      updatedAt={state?.updatedAt ?? null}
      now={now}
      actions={actions}
      sound={sound}
      onSignOut={onSignOut}
    />
  );
}
