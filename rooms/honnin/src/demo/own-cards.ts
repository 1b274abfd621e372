import { randomInt, randomUUID } from 'node:crypto';
import { type CardHolder, issueTestCard } from '@honnin/card-simulator';
import { decodeImage, type FaceBox, type FaceEngine, type RgbImage } from '@honnin/face';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { OwnCardOrder, WalletCard } from '@honnin/wallet/wallet-api';
import sharp from 'sharp';
import type { Town } from '../demo-town/open-town.ts';
import { textImage } from '../demo-town/text-image.ts';
import { chipPhotoSize, encodeChipPhoto } from './encode-chip-photo.ts';
import type { Tray } from './tray.ts';

/** Cards that people at the demo made with their own face. They live as long as the demo runs. */
export interface OwnCards {
  list(tray: Tray): readonly WalletCard[];
  /** Fails with `own-photo-without-face` or `own-photo-unreadable`. */
  issue(order: OwnCardOrder): Promise<Attempt<string>>;
  discard(id: string): Promise<'discarded' | 'no-such-card'>;
}

interface OwnCard {
  readonly order: Omit<OwnCardOrder, 'photo'>;
  readonly holder: CardHolder;
}

/** Share of a passport photo's height that the detected face box takes. */
const boxShare = 0.56;

/** Opens the shop; `register` enters the new person into the demo country's records. */
export function openOwnCards(options: {
  readonly town: Town;
  /** Opened when the first card is ordered. */
  readonly engine: () => Promise<FaceEngine>;
  readonly now: () => Date;
  readonly register: (
    order: Omit<OwnCardOrder, 'photo'>,
    id: string,
    certificate: Uint8Array,
  ) => Promise<void>;
}): OwnCards {
  const { town, engine, now, register } = options;
  const cards = new Map<string, OwnCard>();
  return {
    list: (tray) => [...cards].map(([id, card]) => walletCard(id, card, tray)),
    async issue({ photo, ...order }) {
      const picture = Buffer.from(photo, 'base64');
      const portrait = await engine()
        .then((open) => cutPortrait(open, picture))
        .finally(() => picture.fill(0));
      if (portrait.status === 'failed') return portrait;
      const id = `own-${randomUUID().slice(0, 8)}`;
      const holder = await ownHolder(id, order, await encodeChipPhoto(portrait.value), now());
      portrait.value.fill(0);
      const issued = await issueTestCard({ authority: town.authority, holder, now: now() });
      // In memory only: `town.save` leaves these cards out, so no visitor's face is written to the disk.
      town.record.cards[id] = issued.record;
      cards.set(id, { order, holder });
      await register(order, id, issued.authenticationCertificate);
      return done(id);
    },
    async discard(id) {
      const card = cards.get(id);
      if (card === undefined) return 'no-such-card';
      card.holder.photo?.fill(0);
      cards.delete(id);
      delete town.record.cards[id];
      return 'discarded';
    },
  };
}

/** The largest face of the picture as a grey chip photo, framed like a passport photo. */
async function cutPortrait(engine: FaceEngine, picture: Uint8Array): Promise<Attempt<Uint8Array>> {
  const image = await decodeImage(picture);
  if (image.status === 'failed') return failed(reason('own-photo-unreadable', image.reason.code));
  try {
    const [face] = [...(await engine.findFaces(image.value))].sort((a, b) => b.height - a.height);
    return face === undefined
      ? failed(reason('own-photo-without-face'))
      : done(await framed(image.value, face));
  } finally {
    image.value.data.fill(0);
    await engine.forget();
  }
}

async function framed({ width, height, data }: RgbImage, face: FaceBox): Promise<Uint8Array> {
  const cutHeight = Math.min(height, face.height / boxShare);
  const cutWidth = Math.min(width, (cutHeight * chipPhotoSize.width) / chipPhotoSize.height);
  const within = (at: number, size: number, whole: number) =>
    Math.round(Math.min(Math.max(0, at), whole - size));
  const grey = await sharp(data, { raw: { width, height, channels: 3 } })
    .extract({
      left: within(face.x + face.width / 2 - cutWidth / 2, cutWidth, width),
      top: within(face.y + face.height / 2 - cutHeight * 0.5, cutHeight, height),
      width: Math.floor(cutWidth),
      height: Math.floor(cutHeight),
    })
    .resize({ ...chipPhotoSize, fit: 'cover' })
    .greyscale()
    .raw()
    .toBuffer();
  // Not a copy: the caller's wiping is to reach the only one.
  return new Uint8Array(grey.buffer, grey.byteOffset, grey.length);
}

async function ownHolder(
  id: string,
  order: Omit<OwnCardOrder, 'photo'>,
  photo: Uint8Array,
  now: Date,
): Promise<CardHolder> {
  const [nameImage, addressImage] = await Promise.all([textImage(order.name), textImage(order.address)]);
  return {
    id,
    name: order.name,
    birthDate: order.birthDate,
    sex: order.sex,
    address: order.address,
    municipalityCode: '13999',
    // Eleven nines and a wrong check digit: nobody's number.
    myNumber: '999999999990',
    expiryDate: `${now.getUTCFullYear() + 9}${order.birthDate.slice(4)}`.replace('-02-29', '-02-28'),
    securityCode: String(randomInt(0, 10_000)).padStart(4, '0'),
    pin: order.pin,
    signaturePassword: 'HONNIN99',
    photo,
    nameImage,
    addressImage,
  };
}

function walletCard(id: string, { order, holder }: OwnCard, tray: Tray): WalletCard {
  return {
    id,
    name: order.name,
    kana: order.kana,
    roman: '',
    birthDate: order.birthDate,
    sex: order.sex,
    about: {
      ja: 'ご自身の顔で作ったカードです。カードと写真は、デモを終えると消えます。入力したお名前などは、受付の記録としてデモのデータに残ります。',
      en: 'A card with your own face. Card and picture are gone when the demo ends; the name you entered stays in the demo’s records of visits.',
    },
    condition: 'valid',
    pin: order.pin,
    pinTriesLeft: tray.triesLeftOfPin(id),
    securityCode: holder.securityCode,
    expiryDate: holder.expiryDate,
    own: true,
    canStandBeforeCamera: false,
  };
}
