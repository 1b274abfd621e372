import type { ResidenceCardHolder } from '@honnin/card-simulator';
import { type Person, personFile } from '@honnin/personas';
import sharp from 'sharp';
import { encodeJp2 } from '../demo/encode-jp2.ts';
import { bilevelTiff } from './bilevel-tiff.ts';
import type { ResidencePermit } from './residence-permits.ts';

/** Most bytes that a residence card has for a photo. */
const photoBytes = 3000;

/** What the residence card of a persona is issued with. */
export async function residenceCardHolderOf(
  person: Person,
  permit: ResidencePermit,
  generation: ResidenceCardHolder['generation'],
): Promise<ResidenceCardHolder> {
  const name = person.roman;
  const birth = person.birthDate.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');
  const until = permit.expiryDate.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');
  const front = [
    `見本 SAMPLE  ${permit.number}`,
    name,
    `${birth}  ${person.sex === '1' ? '男 M.' : '女 F.'}  ${permit.nationalityName}`,
    person.address,
    permit.statusName,
    `${until} まで有効`,
  ];
  const [photo, image, addressImage] = await Promise.all([
    residencePhoto(person.id),
    bilevelTiff(generation === 'first' ? front : [name]),
    bilevelTiff([person.address]),
  ]);
  return {
    id: person.id,
    name,
    number: permit.number,
    birthDate: person.birthDate,
    sex: person.sex,
    nationality: permit.nationality,
    status: permit.status,
    period: permit.period,
    expiryDate: permit.expiryDate,
    address: person.address,
    municipalityCode: `${person.municipalityCode}0`,
    photo,
    image,
    addressImage,
    generation,
  };
}

/** The persona's portrait in colour, small enough for the chip. */
async function residencePhoto(id: string): Promise<Uint8Array> {
  const { data, info } = await sharp(personFile(id, 'portrait.jpg'))
    .resize(180, 240, { fit: 'cover' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { width: info.width, height: info.height, components: 3, data } as const;
  for (let ratio = 40; ratio <= 120; ratio += 5) {
    const photo = await encodeJp2(pixels, ratio);
    if (photo.length <= photoBytes) return photo;
  }
  throw new Error(`${id}: the portrait does not fit a residence card`);
}
