import { overwriteGetLocale } from '#console-runtime';
import '@honnin/appearance/appearance.css';
import './styles/desk.css';
import './styles/detail.css';
import { LocaleContext, openLocaleStore } from '@honnin/appearance';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStaffClient } from './connection/staff-client.ts';
import { ConsoleApp } from './console-app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the screen');
const query = new URLSearchParams(location.search);
const locale = openLocaleStore({
  follow: overwriteGetLocale,
  storage: localStorage,
  asked: query.get('lang'),
});
const picture = query.get('gallery');
// The gallery's sample people are not loaded at a desk.
const screen =
  picture === null ? (
    <ConsoleApp client={createStaffClient(fetch.bind(window))} />
  ) : (
    (await import('./gallery/console-gallery.tsx')).ConsoleGallery({ picture })
  );
createRoot(root).render(
  <StrictMode>
    <LocaleContext value={locale}>{screen}</LocaleContext>
  </StrictMode>,
);
