import { AID } from '@honnin/card';
import type { ApplicationRecord } from '../issuing/card-record.ts';
import { application } from './application-parts.ts';
import type { CardPlan } from './card-plan.ts';
import { ascii } from './data-object.ts';

/** What is selected at power-on: no files, a few data objects. */
export function issuerSecurityDomain({ holder, atr }: CardPlan): ApplicationRecord {
  const object = (tag: string, content: Uint8Array) => ({
    tag,
    content: Buffer.from(content).toString('base64'),
  });
  return application('issuer-security-domain', AID.issuerSecurityDomain, {
    dataObjects: [
      object('00F0', ascii(holder.municipalityCode)),
      object('00F2', ascii(holder.expiryDate.replaceAll('-', ''))),
      object('5F51', atr.subarray(1)),
    ],
  });
}
