import { VERIFIER_EXTENSION } from '@honnin/card';
import type { ApplicationRecord } from '../issuing/card-record.ts';
import { application, key } from './application-parts.ts';
import type { CardPlan } from './card-plan.ts';

/**
 * NOT part of the My Number card. An application of our own whose only key is the authentication key, usable
 * without a PIN: it stands in for the signing that certified readers authorise by a protocol that is not
 * public. Leave it out of a card (`verifierExtension: 'absent'`) to have one that behaves as a real card does.
 */
export function verifierExtensionApplication({ keys }: CardPlan): ApplicationRecord {
  return application('honnin-verifier-extension', VERIFIER_EXTENSION.aid, {
    keys: [key(0x0001, keys.authentication, { sign: 'free', isDefault: true })],
  });
}
