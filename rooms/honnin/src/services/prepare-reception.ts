import { type Attempt, done } from '@honnin/outcome';
import type { ReceptionSettings } from '@honnin/reception';
import { tokenPattern } from '../configuration/setting-forms.ts';
import { checkUrl } from './check-url.ts';
import { type ListeningPoint, readListeningPoint } from './listening-point.ts';
import { readSecret } from './read-secret.ts';
import { settingFile } from './read-setting-file.ts';
import type { ServiceSection } from './service-section.ts';
import { failedAt, within } from './setting-place.ts';

/** What reception is made of, read and checked; nothing runs yet. */
export interface PreparedReception {
  readonly listen: ListeningPoint;
  readonly settings: Pick<
    ReceptionSettings,
    'eligibility' | 'institution' | 'terminals' | 'staff' | 'hospitalFolder' | 'encoding'
  > & { readonly allowedOrigins: readonly string[]; readonly offersPrescriptionChoice: boolean };
}

/** Reads what the section names; fails with the place of the first setting that cannot be used. */
export async function prepareReception({
  place,
  settings,
}: ServiceSection<'reception'>): Promise<Attempt<PreparedReception>> {
  const listen = await readListeningPoint(within(place, 'listen'), settings.listen);
  if (listen.status === 'failed') return listen;
  const inEligibility = within(place, 'eligibility');
  const url = checkUrl(within(inEligibility, 'url'), settings.eligibility.url);
  if (url.status === 'failed') return url;
  const token = await readSecret(within(inEligibility, 'token'), settings.eligibility.token, tokenPattern);
  if (token.status === 'failed') return token;
  const terminals: { id: string; name: string; token: string }[] = [];
  for (const [index, terminal] of settings.terminals.entries()) {
    const at = within(place, 'terminals', index);
    const own = await readSecret(within(at, 'token'), terminal.token, tokenPattern);
    if (own.status === 'failed') return own;
    if (terminals.some(({ id }) => id === terminal.id))
      return failedAt(within(at, 'id'), 'setting-unusable', `${terminal.id} is there twice`);
    if (terminals.some((other) => other.token === own.value))
      return failedAt(within(at, 'token'), 'setting-unusable', 'another terminal has the same token');
    terminals.push({ id: terminal.id, name: terminal.name, token: own.value });
  }
  const { institution, staff, encoding, offersPrescriptionChoice } = settings;
  return done({
    listen: listen.value,
    settings: {
      eligibility: { url: url.value, token: token.value },
      institution,
      terminals,
      staff,
      hospitalFolder: settingFile(place, settings.hospitalFolder),
      encoding,
      offersPrescriptionChoice,
      allowedOrigins: settings.consoleOrigins,
    },
  });
}
