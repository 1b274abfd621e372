import { ActionButton, useLocale } from '@honnin/appearance';
import type { Arrival } from '@honnin/reception/staff-api';
import { useState } from 'react';
import type { DeskActions } from '../desk/desk-actions.ts';
import { text } from '../messages/text.ts';

/** Tells the colleagues that somebody has taken care of this. */
export function SeenButton(props: { readonly arrival: Arrival; readonly markSeen: DeskActions['markSeen'] }) {
  const { arrival, markSeen } = props;
  const { locale } = useLocale();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (arrival.seen) return <p className="seen-note">✓ {text.seen_by_desk()}</p>;
  if (!['done', 'problem', 'left'].includes(arrival.state)) return null;
  const send = async () => {
    setSending(true);
    const answer = await markSeen(arrival.visitId);
    setSending(false);
    if (answer.status === 'failed')
      setProblem(answer.problem?.message[locale] ?? text.reception_unreachable());
    else setProblem(null);
  };
  return (
    <>
      <ActionButton onPress={() => void send()} isDisabled={sending}>
        {text.mark_as_seen()}
      </ActionButton>
      {problem !== null && (
        <p className="action-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
