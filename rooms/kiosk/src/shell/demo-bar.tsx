import type { BeforeCamera, WalletState } from '@honnin/wallet/wallet-api';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CameraState } from '../camera/camera.ts';
import { m } from '../messages/m.ts';
import './demo-bar.css';

/** Only in the demo: says that nothing here is real, and leads to the cards and to the staff's screen. */
export function DemoBar(props: {
  readonly wallet: WalletState | null;
  readonly camera: CameraState | 'opening';
  readonly onStand: (who: BeforeCamera) => void;
  /** While a card is to be shown to a real camera: holds the drawn one up instead. */
  readonly onHoldCard?: (() => void) | undefined;
}) {
  const [open, setOpen] = useState(true);
  if (!open) {
    return (
      <Button className="demo-tab" aria-label={m.demo_show()} onPress={() => setOpen(true)}>
        {m.demo()}
      </Button>
    );
  }
  const { wallet, camera } = props;
  const noCamera = camera === 'missing' || camera === 'denied' || camera === 'lost';
  // Whoever laid the card down may also stand there; else anybody with pictures.
  const standIn =
    wallet?.beforeCamera.kind === 'webcam' && noCamera
      ? (wallet.cards.find(({ id, canStandBeforeCamera }) => canStandBeforeCamera && id === wallet.laid) ??
        wallet.cards.find(({ canStandBeforeCamera }) => canStandBeforeCamera))
      : undefined;
  return (
    <aside className="demo-bar" aria-label={m.demo()}>
      <strong>{m.demo()}</strong>
      {props.onHoldCard !== undefined ? (
        <>
          <span className="demo-text">{m.demo_text()}</span>
          <Button className="demo-act" onPress={props.onHoldCard}>
            {m.demo_hold_card()}
          </Button>
        </>
      ) : standIn === undefined ? (
        <span className="demo-text">{m.demo_text()}</span>
      ) : (
        <>
          <span className="demo-text">{m.demo_no_camera()}</span>
          <Button className="demo-act" onPress={() => props.onStand({ kind: 'persona', id: standIn.id })}>
            {m.demo_stand_here({ name: standIn.name })}
          </Button>
        </>
      )}
      <a href="/wallet" target="honnin-wallet" rel="opener">
        {m.demo_wallet()}
      </a>
      <a href="/console" target="honnin-console" rel="opener">
        {m.demo_console()}
      </a>
      <Button className="demo-act" aria-label={m.demo_hide()} onPress={() => setOpen(false)}>
        ×
      </Button>
    </aside>
  );
}
