import { ActionButton, useLocale } from '@honnin/appearance';
import { text } from '../messages/text.ts';
import type { OtherCard } from '../wallet-api.ts';

/** One of the other cards: what it is, what is printed on it, and where to put it. */
export function OtherCardItem(props: {
  readonly card: OtherCard;
  readonly isLaid: boolean;
  readonly onLay: (card: OtherCard) => void;
  readonly onTakeAway: () => void;
}) {
  const { card, isLaid, onLay, onTakeAway } = props;
  const { locale } = useLocale();
  const name = card.name[locale];
  return (
    <li className={isLaid ? 'card card-laid' : 'card'}>
      <div className="card-text">
        <h3>{name}</h3>
        <p>{card.about[locale]}</p>
        {card.number !== undefined && (
          <dl className="card-secrets">
            <div>
              <dt>{text.printed_number()}</dt>
              <dd>{card.number}</dd>
            </div>
          </dl>
        )}
      </div>
      <div className="card-actions">
        {isLaid ? (
          <ActionButton onPress={onTakeAway} label={`${text.take_away()}: ${name}`}>
            {text.take_away()}
          </ActionButton>
        ) : (
          <ActionButton onPress={() => onLay(card)} label={`${text.lay_down()}: ${name}`}>
            {text.lay_down()}
          </ActionButton>
        )}
      </div>
    </li>
  );
}
