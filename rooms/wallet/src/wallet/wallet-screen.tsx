import { ActionButton, useLocale } from '@honnin/appearance';
import { useState } from 'react';
import { text } from '../messages/text.ts';
import { OwnCardDialog } from '../own-card/own-card-dialog.tsx';
import { PageHeader } from '../page-header.tsx';
import type { BeforeCamera, OtherCard, OwnCardOrder, WalletCard, WalletState } from '../wallet-api.ts';
import { CameraPanel } from './camera-panel.tsx';
import { CardItem } from './card-item.tsx';
import { expectation } from './expectation.ts';
import { expectationText } from './expectation-text.ts';
import { orderCards } from './order-cards.ts';
import { OtherCardItem } from './other-card-item.tsx';
import { ReaderPanel } from './reader-panel.tsx';

/** The tray: what lies on the reader, who stands before the camera, and all cards to choose from. */
export function WalletScreen(props: {
  readonly state: WalletState | null;
  readonly isAway: boolean;
  readonly problem: string | null;
  /** The person at this page stands before the camera themself. */
  readonly isMe: boolean;
  readonly onMe: (isMe: boolean) => void;
  readonly onLay: (card: WalletCard) => void;
  readonly onLayOther: (card: OtherCard) => void;
  readonly onTakeAway: () => void;
  readonly onStand: (who: BeforeCamera) => void;
  readonly onDiscard: (id: string) => void;
  /** Resolves to what went wrong, or null. */
  readonly onIssue: (order: OwnCardOrder) => Promise<string | null>;
  readonly opensDialog?: boolean;
}) {
  const { state, isAway, problem, isMe } = props;
  const [isMaking, setMaking] = useState(props.opensDialog ?? false);
  const { locale } = useLocale();
  const laid = state?.cards.find(({ id }) => id === state.laid);
  const laidOther = state?.otherCards.find(({ id }) => id === state.laid);
  return (
    <div className="page">
      <PageHeader here="wallet" />
      <main className="wallet">
        <div className="wallet-intro">
          <h1>{text.wallet()}</h1>
          <p>{text.wallet_explained()}</p>
        </div>
        {isAway && (
          <p className="notice" role="alert">
            {text.demo_away()}
          </p>
        )}
        {problem !== null && (
          <p className="notice" role="alert">
            {problem}
          </p>
        )}
        {state === null ? (
          !isAway && <p role="status">{text.connecting()}</p>
        ) : (
          <div className="wallet-board">
            <div className="stage">
              <ReaderPanel
                reader={state.reader}
                laid={laid}
                laidName={laid?.name ?? laidOther?.name[locale] ?? null}
                onTakeAway={props.onTakeAway}
              />
              <CameraPanel
                before={state.beforeCamera}
                cards={state.cards}
                isMe={isMe}
                onMe={props.onMe}
                onStand={props.onStand}
              />
              <p className="stage-expectation" role="status">
                {expectationText(expectation(state))}
              </p>
            </div>
            <section aria-labelledby="cards-title">
              <div className="cards-head">
                <h2 id="cards-title">{text.choose_a_card()}</h2>
                <ActionButton onPress={() => setMaking(true)}>{text.make_own_card()}</ActionButton>
              </div>
              <ul className="cards">
                {orderCards(state.cards).map((card) => (
                  <CardItem
                    key={card.id}
                    card={card}
                    isLaid={card.id === state.laid}
                    onLay={props.onLay}
                    onTakeAway={props.onTakeAway}
                    onDiscard={props.onDiscard}
                  />
                ))}
              </ul>
              <div className="cards-head">
                <h2 id="other-cards-title">{text.other_cards()}</h2>
              </div>
              <p className="cards-explained">{text.other_cards_explained()}</p>
              <ul className="cards" aria-labelledby="other-cards-title">
                {state.otherCards.map((card) => (
                  <OtherCardItem
                    key={card.id}
                    card={card}
                    isLaid={card.id === state.laid}
                    onLay={props.onLayOther}
                    onTakeAway={props.onTakeAway}
                  />
                ))}
              </ul>
            </section>
          </div>
        )}
        <OwnCardDialog isOpen={isMaking} onClose={() => setMaking(false)} onIssue={props.onIssue} />
      </main>
    </div>
  );
}
