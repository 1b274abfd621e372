import { useLocale } from '@honnin/appearance';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { openWalletFeed, type WalletFeed } from '../connection/open-wallet-feed.ts';
import type { Answer, WalletClient } from '../connection/wallet-client.ts';
import { text } from '../messages/text.ts';
import type { BeforeCamera, OtherCard, OwnCardOrder, WalletCard } from '../wallet-api.ts';
import { WalletScreen } from './wallet-screen.tsx';
import { whoStepsForward } from './who-steps-forward.ts';

const storageKey = 'honnin-wallet-webcam';

/** The wallet on a live line to the demo. */
export function LiveWallet(props: { readonly client: WalletClient }) {
  const { client } = props;
  const { locale } = useLocale();
  const [feed, setFeed] = useState<WalletFeed | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isMe, setIsMe] = useState(() => localStorage.getItem(storageKey) === 'yes');

  useEffect(() => {
    const opened = openWalletFeed();
    setFeed(opened);
    return () => opened[Symbol.dispose]();
  }, []);
  const subscribe = useCallback(
    (listener: () => void) => feed?.subscribe(listener) ?? (() => undefined),
    [feed],
  );
  const current = useSyncExternalStore(subscribe, () => feed?.current ?? null);

  useEffect(() => {
    document.title = `${text.wallet()} - Honnin`;
  });

  const tell = (answer: Answer<unknown>) =>
    setProblem(
      answer.status === 'done' ? null : (answer.problem?.message[locale] ?? text.demo_unreachable()),
    );
  const stand = async (who: BeforeCamera) => tell(await client.standBeforeCamera(who));
  const lay = async (card: WalletCard) => {
    // First the person, then the card: the terminal starts as soon as the card lies there.
    const who = whoStepsForward(card, isMe ? 'webcam' : 'persona');
    if (who !== null) await client.standBeforeCamera(who);
    tell(await client.lay(card.id));
  };
  const layOther = async (card: OtherCard) => {
    if (card.holder !== null && !isMe) await client.standBeforeCamera({ kind: 'persona', id: card.holder });
    tell(await client.lay(card.id));
  };
  const chooseMe = (me: boolean) => {
    setIsMe(me);
    localStorage.setItem(storageKey, me ? 'yes' : 'no');
    const laid = current?.state?.cards.find(({ id }) => id === current.state?.laid);
    const who: BeforeCamera | null = me
      ? { kind: 'webcam' }
      : laid === undefined
        ? null
        : whoStepsForward(laid, 'persona');
    if (who !== null) void stand(who);
  };
  return (
    <WalletScreen
      state={current?.state ?? null}
      isAway={current?.link === 'away'}
      problem={problem}
      isMe={isMe}
      onMe={chooseMe}
      onLay={(card) => void lay(card)}
      onLayOther={(card) => void layOther(card)}
      onTakeAway={() => void client.takeAway().then(tell)}
      onStand={(who) => void stand(who)}
      onDiscard={(id) => void client.discard(id).then(tell)}
      onIssue={async (order: OwnCardOrder) => {
        const issued = await client.issue(order);
        if (issued.status === 'done') return null;
        return issued.problem?.message[locale] ?? text.demo_unreachable();
      }}
    />
  );
}
