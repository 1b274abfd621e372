import { AID, COMMON_FILE, RESIDENT_REGISTER_FILE } from '@honnin/card';
import type { ApplicationRecord } from '../issuing/card-record.ts';
import { application, fileId, key, secret } from './application-parts.ts';
import type { CardPlan } from './card-plan.ts';
import { ascii, dataObject } from './data-object.ts';

const record = (id: number, content: Uint8Array): ApplicationRecord['recordFiles'][number] => ({
  id: fileId(id),
  read: 'free',
  records: [Buffer.from(content).toString('base64')],
});

/** The common application (共通AP): card number, municipality and expiry, and the card's authentication key. */
export function commonApplication({ holder, keys, serial }: CardPlan): ApplicationRecord {
  const digits = serial + holder.municipalityCode + holder.expiryDate.replaceAll('-', '');
  return application('common', AID.common, {
    recordFiles: [
      record(COMMON_FILE.record, dataObject(0x01, ascii(digits))),
      record(COMMON_FILE.keyReference, new Uint8Array(16)),
    ],
    secrets: [secret(COMMON_FILE.pin, holder.pin, 3, 'key')],
    keys: [key(COMMON_FILE.key, keys.common, { internalAuthenticate: 'free' })],
  });
}

/** The resident-register application (住基AP): its key reference and its PIN, nothing that is read. */
export function residentRegisterApplication({ holder }: CardPlan): ApplicationRecord {
  return application('resident-register', AID.residentRegister, {
    recordFiles: [record(RESIDENT_REGISTER_FILE.keyReference, new Uint8Array(16))],
    secrets: [secret(RESIDENT_REGISTER_FILE.pin, holder.pin, 3, 'key')],
  });
}
