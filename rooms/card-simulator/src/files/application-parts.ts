import type { KeyObject } from 'node:crypto';
import type { AccessRule, ApplicationRecord } from '../issuing/card-record.ts';
import { ascii } from './data-object.ts';

type FileRecord = ApplicationRecord['files'][number];
type SecretRecord = ApplicationRecord['secrets'][number];
type KeyRecord = ApplicationRecord['keys'][number];

/** File identifier as the record writes it: four hexadecimal digits. */
export const fileId = (id: number) => id.toString(16).toUpperCase().padStart(4, '0');

/** A rule that any of these key EFs satisfies. */
export const openedBy = (...ids: readonly number[]): AccessRule => ({ anyOf: ids.map(fileId) });

export function file(id: number, read: AccessRule, content: Uint8Array): FileRecord {
  return { id: fileId(id), read, content: Buffer.from(content).toString('base64') };
}

/** A key EF with its counter full; `undefined` makes one that nothing ever matches. */
export function secret(
  id: number,
  value: string | undefined,
  tries: number,
  change: SecretRecord['change'] = 'never',
): SecretRecord {
  const bytes = value === undefined ? null : Buffer.from(ascii(value)).toString('base64');
  return {
    id: fileId(id),
    value: bytes,
    triesAllowed: tries,
    triesLeft: bytes === null ? 0 : tries,
    change,
  };
}

/** A private key as the record writes it: PKCS #8 DER in base64. */
export const privateKeyText = (privateKey: KeyObject) =>
  privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

export function key(
  id: number,
  privateKey: KeyObject,
  rules: Partial<Pick<KeyRecord, 'sign' | 'internalAuthenticate' | 'isDefault'>>,
): KeyRecord {
  return {
    id: fileId(id),
    privateKey: privateKeyText(privateKey),
    sign: 'never',
    internalAuthenticate: 'never',
    ...rules,
  };
}

/** An application with what is given, and nothing else. */
export function application(
  name: string,
  aid: Uint8Array,
  parts: Partial<Omit<ApplicationRecord, 'name' | 'aid'>>,
): ApplicationRecord {
  return {
    name,
    aid: Buffer.from(aid).toString('hex').toUpperCase(),
    files: [],
    recordFiles: [],
    secrets: [],
    keys: [],
    dataObjects: [],
    ...parts,
  };
}
