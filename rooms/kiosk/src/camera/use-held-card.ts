import type { Screen } from '@honnin/terminal/screen-protocol';
import type { BeforeCamera, WalletState } from '@honnin/wallet/wallet-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CameraState } from './camera.ts';

/** The drawn card that is held before the demo's camera. */
export interface HeldCard {
  /** Its picture's address; null where the camera sees for itself. */
  readonly held: string | null;
  /** Holds it up; only there while a real camera looks for a card. */
  readonly holdUp: (() => void) | undefined;
  /** A camera that cannot be had has the drawn card held up by itself. */
  readonly noteCamera: (camera: CameraState | 'opening') => void;
}

/**
 * In the demo the card on the reader is drawn: whoever plays before the camera holds its picture up as soon as a
 * card is to be shown. Before a real camera that is left to a button, so that a real picture can be shown as well.
 */
export function useHeldCard(around: {
  readonly wallet: WalletState | null;
  readonly before: BeforeCamera;
  readonly screen: Screen['name'] | null;
}): HeldCard {
  const { wallet, before, screen } = around;
  const [asked, setAsked] = useState(false);
  const latest = useRef<string | null>(null);
  // A card that was lifted is still the one to be held up.
  const laid = wallet?.laid ?? null;
  if (laid !== null) latest.current = laid;
  const showing = screen === 'show-card';
  useEffect(() => {
    if (!showing) setAsked(false);
  }, [showing]);
  const demo = wallet !== null;
  const noteCamera = useCallback(
    (camera: CameraState | 'opening') => {
      if (demo && showing && camera !== 'ready' && camera !== 'opening') setAsked(true);
    },
    [demo, showing],
  );
  const picture = wallet?.cards.find(({ id }) => id === latest.current)?.cardFront ?? null;
  const held = before.kind !== 'webcam' || asked ? picture : null;
  const canHold = showing && picture !== null && held === null;
  return { held, holdUp: canHold ? () => setAsked(true) : undefined, noteCamera };
}
