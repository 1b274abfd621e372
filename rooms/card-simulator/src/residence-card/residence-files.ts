import { RESIDENCE_FILE, RESIDENCE_TAG as TAG } from '@honnin/card';
import { ascii, dataObject } from '../files/data-object.ts';
import type { ResidenceCardHolder } from './residence-card-holder.ts';
import type { ResidenceFile } from './residence-card-record.ts';

const digits = (date: string) => ascii(date.replaceAll('-', ''));

/** Text in UTF-8, filled with 00 to the length that the specification gives the field. */
function text(value: string, length: number): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  if (bytes.length > length) throw new RangeError(`residence card: over ${length} bytes`);
  return filled(bytes, length);
}

/** Bytes filled with 00 behind; throws on a value that no card could carry. */
export function filled(value: Uint8Array, length: number): Uint8Array {
  if (value.length > length) throw new RangeError(`residence card: a value of ${value.length} bytes`);
  const bytes = new Uint8Array(length);
  bytes.set(value);
  return bytes;
}

function file(
  folder: ResidenceFile['folder'],
  id: number,
  read: ResidenceFile['read'],
  ...objects: readonly Uint8Array[]
): ResidenceFile {
  return { folder, id, read, content: Buffer.concat(objects).toString('base64') };
}

/** Values of the printed entries in their order; the signature covers them as they stand. */
export function entryValues(holder: ResidenceCardHolder): readonly (readonly [number, Uint8Array])[] {
  const all: readonly (readonly [number, Uint8Array])[] = [
    [TAG.expiryDate, digits(holder.expiryDate)],
    [TAG.birthDate, digits(holder.birthDate)],
    [TAG.sex, ascii(holder.sex)],
    [TAG.nationality, text(holder.nationality, 3)],
    [TAG.status, text(holder.status, 10)],
    [TAG.period, text(holder.period, 4)],
  ];
  if (holder.type === 'special-permanent-resident-certificate') return all;
  return [
    ...all,
    [TAG.permissionKind, ascii('01')],
    [TAG.permissionDate, digits(holder.expiryDate)],
    [TAG.work, ascii('1')],
    [TAG.periodEnd, digits(holder.expiryDate)],
  ];
}

export interface SignatureObjects {
  readonly checkCode: Uint8Array;
  readonly certificate: Uint8Array;
}

/** Every file of a card of the first generation; capacities by 1.5 §3.3.1. */
export function firstGenerationFiles(
  holder: ResidenceCardHolder,
  signature: SignatureObjects | null,
): ResidenceFile[] {
  const special = holder.type === 'special-permanent-resident-certificate';
  const F = RESIDENCE_FILE.first;
  return [
    ...freeFiles(special ? '2' : '1'),
    file('DF1', F.frontImage, 'number-and-secure', dataObject(TAG.image, filled(holder.image, 7000))),
    file(
      'DF1',
      F.photo,
      'number-and-secure',
      dataObject(TAG.photo, filled(holder.photo ?? new Uint8Array(), 3000)),
    ),
    file(
      'DF2',
      F.address,
      'number',
      dataObject(TAG.addressDate, ascii('20260401')),
      dataObject(TAG.municipality, text(holder.municipalityCode, 6)),
      dataObject(TAG.address, text(holder.address, 320)),
    ),
    ...(special
      ? []
      : [
          file('DF2', F.general, 'number', dataObject(TAG.first.general, text('', 120))),
          file('DF2', F.individual, 'number', dataObject(TAG.first.individual, text('', 120))),
          file('DF2', F.renewal, 'number', dataObject(TAG.first.renewal, ascii(pending(holder)))),
        ]),
    file(
      'DF3',
      RESIDENCE_FILE.signature,
      'number',
      dataObject(TAG.first.checkCode, signature?.checkCode ?? new Uint8Array(256)),
      dataObject(TAG.first.certificate, filled(signature?.certificate ?? new Uint8Array(), 1200)),
    ),
  ];
}

/** Every file of a card of the second generation; capacities by 1.1 §3.3.1. */
export function secondGenerationFiles(
  holder: ResidenceCardHolder,
  signature: SignatureObjects | null,
): ResidenceFile[] {
  const special = holder.type === 'special-permanent-resident-certificate';
  const F = RESIDENCE_FILE.second;
  const certificate = dataObject(TAG.second.certificate, signature?.certificate ?? new Uint8Array());
  const checkCode = dataObject(TAG.second.checkCode, signature?.checkCode ?? new Uint8Array(96));
  return [
    ...freeFiles(special ? '06' : '05'),
    file('DF1', F.number, 'number-and-secure', dataObject(TAG.number, ascii(holder.number))),
    file(
      'DF1',
      F.entries,
      'number-and-secure',
      ...entryValues(holder).map(([tag, value]) => dataObject(tag, value)),
    ),
    file(
      'DF1',
      F.nameAndPhoto,
      'number-and-secure',
      dataObject(TAG.image, filled(holder.image, 2500)),
      dataObject(TAG.photo, filled(holder.photo ?? new Uint8Array(), 3000)),
    ),
    file(
      'DF1',
      F.address,
      'number-and-secure',
      dataObject(TAG.addressImage, filled(holder.addressImage ?? new Uint8Array(), 2500)),
    ),
    ...(special
      ? []
      : [
          file(
            'DF2',
            F.permission,
            'number',
            filled(
              Buffer.concat([
                dataObject(TAG.second.general, ascii('0')),
                dataObject(TAG.second.generalUntil, new Uint8Array(8)),
                dataObject(TAG.second.individual, ascii('0')),
              ]),
              22,
            ),
          ),
          file('DF2', F.renewal, 'number', dataObject(TAG.second.renewal, ascii(pending(holder)))),
        ]),
    file('DF2', 0x03, 'number', dataObject(0xd9, ascii('0')), dataObject(0xde, new Uint8Array(200))),
    file('DF3', RESIDENCE_FILE.signature, 'number', filled(Buffer.concat([checkCode, certificate]), 704)),
  ];
}

const freeFiles = (kind: string) => [
  file('MF', RESIDENCE_FILE.common, 'free', dataObject(TAG.version, ascii('0001'))),
  file('MF', RESIDENCE_FILE.kind, 'free', dataObject(TAG.kind, ascii(kind))),
];

const pending = ({ renewalPending }: ResidenceCardHolder) => (renewalPending === true ? '1' : '0');
