import { m } from '../messages/m.ts';
import { TakeCard } from '../pictures/take-card.tsx';

/** At the end of a visit: the card, and when it is gone whatever else lies there. */
export function CardReminder(props: { readonly cardPresent: boolean }) {
  if (!props.cardPresent) return <p className="card-taken">{m.card_taken()}</p>;
  return (
    <div className="take-card" data-spoken>
      <TakeCard />
      <strong>{m.take_card()}</strong>
    </div>
  );
}
