import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { Configuration } from '../configuration/configuration.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { SettingPlace } from './setting-place.ts';

type Services = Required<NonNullable<Configuration['services']>>;
export type ServiceName = keyof Services;

/** A service's settings and where they stand. */
export interface ServiceSection<N extends ServiceName> {
  readonly place: SettingPlace;
  readonly settings: Services[N];
}

/** Where a service's settings stand in a configuration file. */
export const sectionPlace = (file: string, name: ServiceName): SettingPlace => ({
  file,
  pointer: `/services/${name}`,
});

/** Reads one service's section. Fails with `service-not-configured` when it is not there. */
export async function readServiceSection<N extends ServiceName>(
  file: string,
  name: N,
): Promise<Attempt<ServiceSection<N>>> {
  const configuration = await readConfiguration(file);
  if (configuration.status === 'failed') return configuration;
  const sections: Partial<Services> = configuration.value.services ?? {};
  const settings = sections[name];
  if (settings === undefined) return failed(reason('service-not-configured', `${file}: /services/${name}`));
  return done({ place: sectionPlace(file, name), settings });
}
