import { type Attempt, done } from '@honnin/outcome';
import { isLoopback } from './loopback.ts';
import { failedAt, type SettingPlace } from './setting-place.ts';

/** The address of another service: `https`, or on this machine. Fails with `connection-unprotected`. */
export function checkUrl(place: SettingPlace, text: string): Attempt<string> {
  if (!URL.canParse(text)) return failedAt(place, 'setting-unusable', 'not a URL');
  const { protocol, hostname } = new URL(text);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    return failedAt(place, 'connection-unprotected', `http to ${hostname}`);
  }
  return done(text);
}
