import { useLocale } from '@honnin/appearance';
import type { StaffPerson, StaffSession } from '@honnin/reception/staff-api';
import { useCallback, useEffect, useState } from 'react';
import type { StaffClient } from './connection/staff-client.ts';
import { LiveDesk } from './desk/live-desk.tsx';
import { SignInScreen } from './desk/sign-in-screen.tsx';
import { text } from './messages/text.ts';

const retryMs = 3_000;

/** The staff's screen: a name first, then the desk. */
export function ConsoleApp(props: { readonly client: StaffClient }) {
  const { client } = props;
  const { locale } = useLocale();
  const [session, setSession] = useState<StaffSession | null>(null);
  const [people, setPeople] = useState<readonly StaffPerson[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const look = useCallback(async () => {
    const [who, all] = await Promise.all([client.session(), client.people()]);
    if (who.status === 'failed' || all.status === 'failed') return false;
    setSession(who.value);
    setPeople(all.value);
    return true;
  }, [client]);

  // Reception may start later than this page: keep asking.
  useEffect(() => {
    if (session !== null && people !== null) return;
    let over = false;
    let timer: number | undefined;
    const ask = async () => {
      const found = await look();
      if (!over && !found) timer = window.setTimeout(ask, retryMs);
    };
    void ask();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [look, session, people]);

  const signIn = async (staffId: string) => {
    const answer = await client.signIn(staffId);
    setProblem(
      answer.status === 'done' ? null : (answer.problem?.message[locale] ?? text.reception_unreachable()),
    );
    await look();
  };
  const signOut = async () => {
    await client.signOut();
    await look();
  };

  if (session === null || session.staff === null) {
    return (
      <SignInScreen
        institution={session?.institution.name ?? null}
        people={people}
        problem={problem}
        onChoose={(staffId) => void signIn(staffId)}
      />
    );
  }
  return (
    <LiveDesk
      client={client}
      staff={session.staff}
      institution={session.institution.name}
      onSignOut={() => void signOut()}
      onSignedOut={() => void look()}
    />
  );
}
