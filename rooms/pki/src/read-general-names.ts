import type { GeneralName } from '@peculiar/asn1-x509';
import { readDistinguishedName } from './read-distinguished-name.ts';

/** Directory names and URIs in a form that can be compared; other kinds of names are left out. */
export function readGeneralNames(names: readonly GeneralName[]): string[] {
  return names.flatMap(({ directoryName, uniformResourceIdentifier }) => {
    if (directoryName !== undefined) return [`directory:${readDistinguishedName(directoryName).canonical}`];
    if (uniformResourceIdentifier !== undefined) return [`uri:${uniformResourceIdentifier}`];
    return [];
  });
}
