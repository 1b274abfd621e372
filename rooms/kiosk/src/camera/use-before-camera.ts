import type { BeforeCamera, WalletState } from '@honnin/wallet/wallet-api';
import { useEffect, useState } from 'react';

/** Who stands before the camera: in the demo whoever the wallet put there, elsewhere always the webcam. */
export function useBeforeCamera(demo: boolean): BeforeCamera {
  const [before, setBefore] = useState<BeforeCamera>({ kind: 'webcam' });
  useEffect(() => {
    if (!demo) return;
    const events = new EventSource('/wallet/api/events');
    events.addEventListener('state', ({ data }) => setBefore((JSON.parse(data) as WalletState).beforeCamera));
    return () => events.close();
  }, [demo]);
  return before;
}
