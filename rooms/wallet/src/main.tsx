import { overwriteGetLocale } from '#wallet-runtime';
import '@honnin/appearance/appearance.css';
import './styles/page.css';
import './styles/wallet.css';
import './styles/start.css';
import { LocaleContext, openLocaleStore } from '@honnin/appearance';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWalletClient } from './connection/wallet-client.ts';
import { LiveStartPage } from './start/live-start-page.tsx';
import { LiveWallet } from './wallet/live-wallet.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the screen');
const query = new URLSearchParams(location.search);
const locale = openLocaleStore({
  follow: overwriteGetLocale,
  storage: localStorage,
  asked: query.get('lang'),
});
const picture = query.get('gallery');

async function screen() {
  if (picture !== null) {
    const { WalletGallery } = await import('./gallery/wallet-gallery.tsx');
    return <WalletGallery picture={picture} />;
  }
  if (location.pathname.startsWith('/wallet')) {
    return <LiveWallet client={createWalletClient(fetch.bind(window))} />;
  }
  return <LiveStartPage />;
}

createRoot(root).render(
  <StrictMode>
    <LocaleContext value={locale}>{await screen()}</LocaleContext>
  </StrictMode>,
);
