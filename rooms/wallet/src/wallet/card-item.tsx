import { ActionButton, useLocale } from '@honnin/appearance';
import { text } from '../messages/text.ts';
import type { WalletCard } from '../wallet-api.ts';
import { CardPicture } from './card-picture.tsx';
import { conditionText } from './condition-text.ts';

/** One card: what it looks like, whose it is, what the holder would know, and where to put it. */
export function CardItem(props: {
  readonly card: WalletCard;
  readonly isLaid: boolean;
  readonly onLay: (card: WalletCard) => void;
  readonly onTakeAway: () => void;
  readonly onDiscard: (id: string) => void;
}) {
  const { card, isLaid, onLay, onTakeAway, onDiscard } = props;
  const { locale } = useLocale();
  const hasRoman = locale === 'en' && card.roman !== '';
  const condition = conditionText(card.condition);
  const isLocked = card.pin !== undefined && card.pinTriesLeft === 0;
  return (
    <li className={isLaid ? 'card card-laid' : 'card'}>
      <CardPicture card={card} />
      <div className="card-text">
        <h3>
          {hasRoman ? card.roman : card.name}
          <span className="card-kana">{hasRoman ? card.name : card.kana}</span>
        </h3>
        {condition !== null && <p className="card-condition">{condition}</p>}
        <p>{card.about[locale]}</p>
        <dl className="card-secrets">
          <div>
            <dt>{text.pin()}</dt>
            <dd>
              {card.pin ?? text.no_pin()}
              {isLocked && <span className="card-locked">{text.pin_locked()}</span>}
              {card.pin !== undefined && !isLocked && card.pinTriesLeft < 3 && (
                <span className="card-locked">{text.tries_left({ tries: card.pinTriesLeft })}</span>
              )}
            </dd>
          </div>
          <div>
            <dt>{text.security_code()}</dt>
            <dd>{card.securityCode}</dd>
          </div>
        </dl>
      </div>
      <div className="card-actions">
        {isLaid ? (
          <ActionButton onPress={onTakeAway} label={text.take_away_card_of({ name: card.name })}>
            {text.take_away()}
          </ActionButton>
        ) : (
          <ActionButton
            weight="primary"
            onPress={() => onLay(card)}
            label={text.lay_down_card_of({ name: card.name })}
          >
            {text.lay_down()}
          </ActionButton>
        )}
        {card.own && (
          <ActionButton
            weight="quiet"
            onPress={() => onDiscard(card.id)}
            label={text.discard_card_of({ name: card.name })}
          >
            {text.discard()}
          </ActionButton>
        )}
      </div>
    </li>
  );
}
