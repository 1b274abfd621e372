import { WalletState } from '@honnin/wallet/wallet-api';
import { useEffect, useState } from 'react';
import { Check } from 'typebox/value';

/** What the demo's wallet says, kept up to date; null where there is no demo. */
export function useWallet(demo: boolean): WalletState | null {
  const [wallet, setWallet] = useState<WalletState | null>(null);
  useEffect(() => {
    if (!demo) return;
    const events = new EventSource('/wallet/api/events');
    events.addEventListener('state', ({ data }) => {
      const state: unknown = JSON.parse(data);
      if (Check(WalletState, state)) setWallet(state);
    });
    return () => events.close();
  }, [demo]);
  return wallet;
}
