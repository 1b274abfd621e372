import { ActionButton, useLocale } from '@honnin/appearance';
import type { Arrival } from '@honnin/reception/staff-api';
import { useState } from 'react';
import type { DeskActions } from '../desk/desk-actions.ts';
import { text } from '../messages/text.ts';

/** The staff check (目視): look, then one touch. The card stays with the patient all the time. */
export function DecisionPanel(props: { readonly arrival: Arrival; readonly decide: DeskActions['decide'] }) {
  const { arrival, decide } = props;
  const { locale } = useLocale();
  const [sent, setSent] = useState<'confirmed' | 'declined' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (decision: 'confirmed' | 'declined') => {
    setSent(decision);
    setProblem(null);
    const answer = await decide(arrival.visitId, decision);
    if (answer.status === 'done') return;
    setSent(null);
    setProblem(answer.problem?.message[locale] ?? text.reception_unreachable());
  };
  return (
    <section className="panel decision" aria-labelledby="decision-title">
      <h3 id="decision-title">{text.staff_check()}</h3>
      <p>{text.staff_check_how({ terminal: arrival.terminalName })}</p>
      <div className="decision-choices">
        <div>
          <ActionButton weight="primary" onPress={() => void send('confirmed')} isDisabled={sent !== null}>
            {text.decide_confirmed()}
          </ActionButton>
          <p>{text.decide_confirmed_means()}</p>
        </div>
        <div>
          <ActionButton weight="danger" onPress={() => void send('declined')} isDisabled={sent !== null}>
            {text.decide_declined()}
          </ActionButton>
          <p>{text.decide_declined_means()}</p>
        </div>
      </div>
      <p role="status" className="decision-sent">
        {sent === null ? '' : text.decision_sent()}
      </p>
      {problem !== null && (
        <p className="action-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
