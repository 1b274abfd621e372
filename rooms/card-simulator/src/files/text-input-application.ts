import { createHash } from 'node:crypto';
import { AID, TEXT_INPUT_FILE as EF } from '@honnin/card';
import type { ApplicationRecord } from '../issuing/card-record.ts';
import { application, file, key, openedBy, privateKeyText, secret } from './application-parts.ts';
import type { CardPlan } from './card-plan.ts';
import { ascii, dataObject } from './data-object.ts';
import { withFiller } from './filler.ts';
import { withOffsetTable } from './offset-table.ts';
import { publicKeyObject } from './public-key-object.ts';

const unknownFile = 0x0008;
const blockedKey = 0x0012;
const internalKey = 0x0013;

const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'));
const sha256 = (...parts: readonly Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** The text-input application (券面事項入力補助AP): My Number and the four attributes as text. */
export function textInputApplication(plan: CardPlan): ApplicationRecord {
  const { authority, holder, keys, matchingNumberB } = plan;
  const anySecret = openedBy(EF.pin, EF.matchingNumberA, EF.matchingNumberB);
  const myNumber = myNumberFile(holder.myNumber);
  const attributes = attributeObjects(plan);
  const digests = [dataObject(0xdf31, sha256(myNumber)), dataObject(0xdf32, sha256(...attributes))];
  const signature = authority.signTextInput(Buffer.concat(digests));
  const ownKey = publicKeyObject(0xdf51, keys.textInput);
  return application('text-input', AID.textInput, {
    files: [
      file(EF.myNumber, openedBy(EF.pin, EF.matchingNumberA), myNumber),
      file(EF.attributes, openedBy(EF.pin, EF.matchingNumberB), withFiller(withOffsetTable(attributes))),
      file(EF.attributesSignature, anySecret, dataObject(0xff30, ...digests, dataObject(0xdf33, signature))),
      file(EF.issuerCertificate, 'free', authority.textInputCertificate),
      file(EF.applicationInfo, 'free', applicationInfo()),
      file(EF.sessionKeyDelivery, anySecret, publicKeyObject(0xa1, keys.textInputSession)),
      file(
        EF.ownKey,
        anySecret,
        dataObject(0xff50, ownKey, dataObject(0xdf52, authority.signTextInput(ownKey))),
      ),
      file(unknownFile, 'free', new Uint8Array(16).fill(0xff)),
    ],
    secrets: [
      secret(EF.pin, holder.textInputPin ?? holder.pin, 3, 'reference-data'),
      secret(blockedKey, undefined, 0),
      secret(EF.matchingNumberA, holder.myNumber, 10),
      secret(EF.matchingNumberB, Buffer.from(matchingNumberB).toString('latin1'), 10),
    ],
    keys: [key(internalKey, keys.textInput, { sign: 'free', isDefault: true })],
    sessionKeyDelivery: privateKeyText(keys.textInputSession),
  });
}

/** EF 0001 is 17 bytes: the object of 15, and two of filler that its digest covers. */
function myNumberFile(myNumber: string): Uint8Array {
  return Buffer.concat([dataObject(0xff10, ascii(myNumber)), Uint8Array.of(0xff, 0xff)]);
}

/** DF22 to DF25, over which DF32 is the digest. */
function attributeObjects({ holder }: CardPlan): readonly Uint8Array[] {
  return [
    dataObject(0xdf22, utf8(holder.name)),
    dataObject(0xdf23, utf8(holder.address)),
    dataObject(0xdf24, ascii(holder.birthDate.replaceAll('-', ''))),
    dataObject(0xdf25, ascii(holder.sex)),
  ];
}

/** EF 0005; the meaning of its identifiers is not public: zeros and filler here. */
function applicationInfo(): Uint8Array {
  return dataObject(
    0xff40,
    dataObject(0xdf41, Uint8Array.of(0x01, 0x03, 0x0e, 0x01)),
    dataObject(0xdf42, new Uint8Array(16)),
    dataObject(0xdf43, new Uint8Array(32), new Uint8Array(96).fill(0xff)),
  );
}
