import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';
import { parseResidenceEntries } from './parse-residence-entries.ts';
import { parseResidenceSignature } from './parse-residence-signature.ts';
import { readPlainFile, readSecuredFile } from './read-residence-file.ts';
import {
  RESIDENCE_AID,
  RESIDENCE_FILE,
  SIGNED_LENGTH,
  RESIDENCE_TAG as TAG,
} from './residence-card-files.ts';
import { objectText, residenceObjects } from './residence-objects.ts';
import type { ResidenceSession } from './residence-session.ts';
import type {
  ResidenceCardSignature,
  ResidenceEntries,
  UnverifiedResidenceCard,
} from './unverified-residence-card.ts';

/** Views on what is signed, and what was read from it. */
interface SignedHalf {
  readonly signedData: Uint8Array;
  readonly photo: Uint8Array;
  readonly image: Uint8Array;
  readonly entries: ResidenceEntries | null;
}

/** Reads DF1 and DF3. Fails with `secret-required` before the number was accepted. */
export async function readResidenceFront(
  session: ResidenceSession,
): Promise<Attempt<UnverifiedResidenceCard>> {
  const { channel, generation, type, opened } = session;
  if (opened === null) return fail('secret-required', 'the card number was not presented');
  const selected = await channel.selectApplication(RESIDENCE_AID.front, 'front');
  if (selected.status === 'failed') return selected;
  const half = generation === 'first' ? await readFirst(session) : await readSecond(session);
  if (half.status === 'failed') return half;
  const { signedData, photo, image, entries } = half.value;
  let kept = false;
  try {
    const signature = await readSignature(session);
    if (signature.status === 'failed') return signature;
    kept = true;
    return done({
      generation,
      type,
      number: opened.number,
      photo: photo.length === 0 ? null : photo,
      image,
      entries,
      signature: signature.value,
      signedData,
      [Symbol.dispose]: () => void signedData.fill(0),
    });
  } finally {
    if (!kept) signedData.fill(0);
  }
}

/** Front image and photo in files of their own; signed in this order (1.5 §3.4.3.1). */
async function readFirst(session: ResidenceSession): Promise<Attempt<SignedHalf>> {
  const { frontImage, photo } = RESIDENCE_FILE.first;
  const signedData = new Uint8Array(SIGNED_LENGTH.frontImage + SIGNED_LENGTH.photo);
  const views = {
    image: signedData.subarray(0, SIGNED_LENGTH.frontImage),
    photo: signedData.subarray(SIGNED_LENGTH.frontImage),
  };
  for (const [file, tag, into] of [
    [frontImage, TAG.image, views.image],
    [photo, TAG.photo, views.photo],
  ] as const) {
    const taken = await takeObjects(session, file, [[tag, into]]);
    if (taken.status === 'failed') return taken;
  }
  return done({ signedData, image: views.image, photo: withoutFiller(views.photo), entries: null });
}

/** Entries, photo and name image, signed in this order (1.1 §3.4.3.1); the number is told besides. */
async function readSecond(session: ResidenceSession): Promise<Attempt<SignedHalf>> {
  const files = RESIDENCE_FILE.second;
  const number = await readSecuredFile(session, files.number);
  if (number.status === 'failed') return number;
  const told = residenceObjects(number.value, 'number');
  if (told.status === 'failed') return told;
  if (objectText(told.value, TAG.number) !== session.opened?.number)
    return fail('card-data-malformed', 'the number inside is not the one that opened the card');

  const entriesFile = await readSecuredFile(session, files.entries);
  if (entriesFile.status === 'failed') return entriesFile;
  const parsed = parseResidenceEntries(entriesFile.value);
  if (parsed.status === 'failed') return parsed;
  const photoAt = SIGNED_LENGTH.entries;
  const nameAt = photoAt + SIGNED_LENGTH.photo;
  const signedData = new Uint8Array(nameAt + SIGNED_LENGTH.nameImage);
  signedData.set(parsed.value.signed);
  const photo = signedData.subarray(photoAt, nameAt);
  const image = signedData.subarray(nameAt);
  const taken = await takeObjects(session, files.nameAndPhoto, [
    [TAG.image, image],
    [TAG.photo, photo],
  ]);
  if (taken.status === 'failed') return taken;
  return done({ signedData, photo: withoutFiller(photo), image, entries: parsed.value.entries });
}

/** Copies objects of a secured file to where they belong in what is signed, and wipes the file. */
async function takeObjects(
  session: ResidenceSession,
  sfi: number,
  wanted: readonly (readonly [tag: number, into: Uint8Array])[],
): Promise<Attempt<null>> {
  const file = await readSecuredFile(session, sfi);
  if (file.status === 'failed') return file;
  try {
    const objects = residenceObjects(file.value, `file ${sfi.toString(16)}`);
    if (objects.status === 'failed') return objects;
    for (const [tag, into] of wanted) {
      const value = objects.value.get(tag) ?? new Uint8Array();
      if (value.length > into.length)
        return fail('card-data-malformed', `${tag.toString(16)} has ${value.length} bytes`);
      into.set(value);
    }
    return done(null);
  } finally {
    file.value.fill(0);
  }
}

async function readSignature(session: ResidenceSession): Promise<Attempt<ResidenceCardSignature | null>> {
  const selected = await session.channel.selectApplication(RESIDENCE_AID.signature, 'signature');
  if (selected.status === 'failed') return selected;
  const file = await readPlainFile(session, RESIDENCE_FILE.signature);
  return file.status === 'failed' ? file : parseResidenceSignature(file.value, session.generation);
}

/** A photo ends in its end-of-codestream marker, never in 00. */
function withoutFiller(photo: Uint8Array): Uint8Array {
  let end = photo.length;
  while (end > 0 && photo[end - 1] === 0) end -= 1;
  return photo.subarray(0, end);
}
