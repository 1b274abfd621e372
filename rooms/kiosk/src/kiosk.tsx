import type { BeforeCamera } from '@honnin/wallet/wallet-api';
import { useEffect, useRef, useState } from 'react';
import { useAgent } from './agent/use-agent.ts';
import { useCamera } from './camera/use-camera.ts';
import { useHeldCard } from './camera/use-held-card.ts';
import { useWallet } from './camera/use-wallet.ts';
import { wantsCamera } from './camera/wants-camera.ts';
import { emptyMatchingDraft } from './entry/matching-draft.ts';
import { KioskView } from './kiosk-view.tsx';
import { useLanguage } from './language/use-language.ts';
import { DemoBar } from './shell/demo-bar.tsx';
import { useFreshStart } from './visit/use-fresh-start.ts';
import { useSignOfLife } from './visit/use-sign-of-life.ts';
import { SpokenGuidanceContext, useVoice } from './voice/use-voice.ts';
import type { Voice } from './voice/voice.ts';

const webcam: BeforeCamera = { kind: 'webcam' };

/** The kiosk as it stands before the patient. */
export function Kiosk(props: { readonly voice: Voice; readonly now: () => Date }) {
  const { state } = useAgent();
  const { language, choice } = useLanguage();
  const spoken = useVoice(props.voice);
  const wallet = useWallet(state.demo);
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const screenName = state.screen?.name ?? null;
  const warm = useRef(false);
  warm.current = wantsCamera(screenName, warm.current);
  const before = wallet?.beforeCamera ?? webcam;
  const card = useHeldCard({ wallet, before, screen: screenName });
  const camera = useCamera({
    canvas,
    active: warm.current,
    sending: screenName === 'face' || screenName === 'show-card',
    before,
    purpose: screenName === 'show-card' ? 'card' : 'face',
    heldCard: card.held,
  });
  const { holdUp, noteCamera } = card;
  useEffect(() => noteCamera(camera), [noteCamera, camera]);

  const cleanDraft = () => emptyMatchingDraft(language === 'ja' ? 'showa' : 'western');
  const [draft, setDraft] = useState(cleanDraft);
  const keepsDraft = ['matching-number', 'residence-number', 'checking', 'still-there'].includes(
    screenName ?? '',
  );
  // What was typed off a card is forgotten as soon as it has served; the calendar follows the language.
  // biome-ignore lint/correctness/useExhaustiveDependencies: cleanDraft is new at every render
  useEffect(() => {
    if (!keepsDraft) setDraft(cleanDraft());
  }, [keepsDraft, language]);

  useFreshStart(screenName, () => {
    choice.choose('ja');
    spoken.turn(false);
  });
  useSignOfLife();

  const stand = (who: BeforeCamera) =>
    void fetch('/wallet/api/before-camera', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(who),
    });
  return (
    <SpokenGuidanceContext value={spoken}>
      <KioskView
        around={{ canvas, camera, draft, onDraft: setDraft, now: props.now }}
        demoBar={
          state.demo ? (
            <DemoBar wallet={wallet} camera={camera} onStand={stand} onHoldCard={holdUp} />
          ) : undefined
        }
      />
    </SpokenGuidanceContext>
  );
}
