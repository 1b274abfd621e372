import { type Attempt, done } from '@honnin/outcome';
import type { Listen } from '../configuration/setting-forms.ts';
import { isLoopback } from './loopback.ts';
import { readTlsIdentity, type TlsIdentity } from './read-tls-identity.ts';
import { failedAt, type SettingPlace, within } from './setting-place.ts';

/** Where a service listens, ready to be used. */
export interface ListeningPoint {
  readonly place: SettingPlace;
  readonly host: string;
  readonly port: number;
  readonly tls: TlsIdentity | null;
}

/** Reads what `listen` names. Fails with `connection-unprotected` for an open address without TLS. */
export async function readListeningPoint(
  place: SettingPlace,
  { host, port, tls }: Listen,
): Promise<Attempt<ListeningPoint>> {
  if (tls === undefined && !isLoopback(host)) {
    return failedAt(within(place, 'host'), 'connection-unprotected', `${host} without tls`);
  }
  const identity = await readTlsIdentity(within(place, 'tls'), tls);
  return identity.status === 'failed' ? identity : done({ place, host, port, tls: identity.value });
}
