import { readFile } from 'node:fs/promises';
import type { CardHolder } from '@honnin/card-simulator';
import { type Person, personFile } from '@honnin/personas';
import { cardValidity } from './card-validity.ts';
import { textImage } from './text-image.ts';

/** What a persona's test card is issued with. */
export async function cardHolderOf(person: Person, now: Date): Promise<CardHolder> {
  const { card } = person;
  const [photo, nameImage, addressImage, securityCodeImage] = await Promise.all([
    card.condition === 'no-photo' ? null : readFile(personFile(person.id, 'chip.jp2')),
    textImage(person.name),
    textImage(person.address),
    textImage(card.securityCode, 72),
  ]);
  return {
    id: person.id,
    name: person.name,
    birthDate: person.birthDate,
    sex: person.sex,
    address: person.address,
    postCode: person.postCode,
    municipalityCode: person.municipalityCode,
    myNumber: person.myNumber,
    expiryDate: card.expiryDate,
    securityCode: card.securityCode,
    ...(card.pin === undefined ? {} : { pin: card.pin }),
    ...(card.signaturePassword === undefined ? {} : { signaturePassword: card.signaturePassword }),
    photo: photo === null ? null : new Uint8Array(photo),
    nameImage,
    addressImage,
    securityCodeImage,
    certificate: cardValidity(card.condition, now),
  };
}
