import { AID, CARD_FACE_FILE as EF } from '@honnin/card';
import type { ApplicationRecord } from '../issuing/card-record.ts';
import { application, file, key, openedBy, secret } from './application-parts.ts';
import type { CardPlan } from './card-plan.ts';
import { ascii, dataObject } from './data-object.ts';
import { digitsImage } from './digits-image.ts';
import { withFiller } from './filler.ts';
import { withOffsetTable } from './offset-table.ts';
import { publicKeyObject } from './public-key-object.ts';

/** The card's own key; P2 = 00 of COMPUTE DIGITAL SIGNATURE means it. */
const internalKey = 0x001a;
const unknownFile = 0x0006;

const digitsOf = (date: string) => date.replaceAll('-', '');

/** The card-face application (券面事項確認AP): what is printed on the card, signed by its issuer. */
export function cardFaceApplication(plan: CardPlan): ApplicationRecord {
  const { authority, holder, keys, matchingNumberB } = plan;
  const numberB = Buffer.from(matchingNumberB).toString('latin1');
  return application('card-face', AID.cardFace, {
    files: [
      file(EF.ageRecord, openedBy(EF.birthDateKey), ageRecord(plan)),
      file(EF.cardFace, openedBy(EF.matchingNumberB, EF.matchingNumberA), withFiller(cardFace(plan))),
      file(EF.applicationInfo, 'free', applicationInfo(holder.municipalityCode)),
      file(EF.issuerCertificate, 'free', authority.cardFaceCertificate),
      file(EF.myNumberImage, openedBy(EF.matchingNumberA), myNumberImage(plan)),
      file(unknownFile, openedBy(EF.matchingNumberB, EF.matchingNumberA), new Uint8Array(16).fill(0xff)),
    ],
    secrets: [
      // How many tries the birth-date key has is not known publicly; it gets as many as the others.
      secret(EF.birthDateKey, numberB.slice(0, 6), 10),
      secret(EF.matchingNumberB, numberB, 10),
      secret(EF.matchingNumberA, holder.myNumber, 10),
    ],
    keys: [key(internalKey, keys.cardFace, { sign: 'free', isDefault: true })],
  });
}

/** EF 0002: the record whose signature covers three digests, one for each of the parts. */
function cardFace({ authority, holder, keys }: CardPlan): Uint8Array {
  const birthDate = dataObject(0xdf22, ascii(digitsOf(holder.birthDate)));
  const sex = dataObject(0xdf23, ascii(holder.sex));
  const publicKey = publicKeyObject(0xdf24, keys.cardFace);
  const name = dataObject(0xdf25, holder.nameImage);
  const address = dataObject(0xdf26, holder.addressImage);
  // A card without a photo keeps the object, empty: table and digests stay as they are on every card.
  const photo = dataObject(0xdf27, holder.photo ?? new Uint8Array());
  const signature = authority.signCardFace([
    Buffer.concat([birthDate, sex, publicKey]),
    Buffer.concat([name, address]),
    photo,
  ]);
  return withOffsetTable([
    birthDate,
    sex,
    publicKey,
    name,
    address,
    photo,
    dataObject(0xdf28, signature),
    dataObject(0xdf29, ascii(digitsOf(holder.expiryDate))),
    dataObject(0xdf2a, holder.securityCodeImage ?? digitsImage(holder.securityCode)),
  ]);
}

/** EF 0001: birth date and key, signed over the objects before the signature. */
function ageRecord({ authority, holder, keys }: CardPlan): Uint8Array {
  const signed = Buffer.concat([
    dataObject(0xdf11, ascii(digitsOf(holder.birthDate))),
    publicKeyObject(0xdf12, keys.cardFace),
  ]);
  return dataObject(0xff10, signed, dataObject(0xdf13, authority.signCardFaceRecord(signed)));
}

/** EF 0005: the printed My Number as an image, signed like the age record. */
function myNumberImage({ authority, holder, keys }: CardPlan): Uint8Array {
  const signed = Buffer.concat([
    dataObject(0xdf41, holder.myNumberImage ?? digitsImage(holder.myNumber)),
    publicKeyObject(0xdf42, keys.cardFace),
  ]);
  return dataObject(0xff40, signed, dataObject(0xdf43, authority.signCardFaceRecord(signed)));
}

/** EF 0003; what its key identifiers and the last 256 bytes mean is not public: zeros and filler here. */
function applicationInfo(municipalityCode: string): Uint8Array {
  return dataObject(
    0xff30,
    dataObject(0xdf31, Uint8Array.of(0x06, 0x03, 0x0e, 0x01)),
    dataObject(0xdf32, new Uint8Array(16)),
    dataObject(0xdf33, Uint8Array.of(0x01)),
    dataObject(0xdf34, ascii(municipalityCode)),
    dataObject(0xdf35, new Uint8Array(16), new Uint8Array(256).fill(0xff)),
  );
}
