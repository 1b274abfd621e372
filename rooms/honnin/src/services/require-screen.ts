import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** Makes sure that a room's screen has been built; fails with `screen-not-built`. */
export function requireScreen(room: 'kiosk' | 'console'): Attempt<null> {
  const page = fileURLToPath(new URL(`../../../${room}/dist/index.html`, import.meta.url));
  return existsSync(page) ? done(null) : failed(reason('screen-not-built', room));
}
