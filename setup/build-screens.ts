import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenBuild } from '@honnin/appearance/screen-build';
import { build } from 'vite';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const screens: readonly { readonly room: string; readonly base: string }[] = [
  { room: 'kiosk', base: '/kiosk/' },
  { room: 'console', base: '/console/' },
  { room: 'wallet', base: '/' },
];

/** `node --import tsx setup/build-screens.ts [room…]`: builds the screens into `rooms/<room>/dist`. */
const wanted = process.argv.slice(2);
for (const screen of screens) {
  if (wanted.length > 0 && !wanted.includes(screen.room)) continue;
  await build({
    configFile: false,
    ...screenBuild({ room: path.join(checkout, 'rooms', screen.room), base: screen.base }),
  });
  process.stdout.write(`built the screen ${screen.room}\n`);
}

// The message compiler leaves a timer of half a minute behind; nothing is left to be done here.
process.exit(0);
