import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';
import { cardDate } from '../my-number-card/card-date.ts';
import { readPlainFile, readSecuredFile } from './read-residence-file.ts';
import { RESIDENCE_AID, RESIDENCE_FILE, RESIDENCE_TAG as TAG } from './residence-card-files.ts';
import { objectText, residenceObjects } from './residence-objects.ts';
import type { ResidenceSession } from './residence-session.ts';
import type { UnverifiedResidenceBack } from './unverified-residence-card.ts';

type Objects = ReadonlyMap<number, Uint8Array>;

/** Reads what the issuer keeps up to date; files that a kind of card does not have are null. */
export async function readResidenceBack(
  session: ResidenceSession,
): Promise<Attempt<UnverifiedResidenceBack>> {
  if (session.opened === null) return fail('secret-required', 'the card number was not presented');
  return session.generation === 'first' ? readFirst(session) : readSecond(session);
}

async function readFirst(session: ResidenceSession): Promise<Attempt<UnverifiedResidenceBack>> {
  const files = RESIDENCE_FILE.first;
  const tags = TAG.first;
  const selected = await session.channel.selectApplication(RESIDENCE_AID.back, 'back');
  if (selected.status === 'failed') return selected;
  const objects = await readObjects(session, [files.address, files.general, files.individual, files.renewal]);
  if (objects.status === 'failed') return objects;
  const text = (tag: number) => objectText(objects.value, tag);
  const address = text(TAG.address);
  return done({
    address:
      address === null
        ? null
        : {
            text: address,
            writtenOn: cardDate(text(TAG.addressDate) ?? '') ?? '',
            municipality: text(TAG.municipality) ?? '',
          },
    addressImage: null,
    generalPermission: text(tags.general),
    generalPermissionUntil: null,
    individualPermission: text(tags.individual),
    renewalPending: pending(text(tags.renewal)),
  });
}

async function readSecond(session: ResidenceSession): Promise<Attempt<UnverifiedResidenceBack>> {
  const files = RESIDENCE_FILE.second;
  const tags = TAG.second;
  const front = await session.channel.selectApplication(RESIDENCE_AID.front, 'front');
  if (front.status === 'failed') return front;
  const addressFile = await readSecuredFile(session, files.address);
  if (addressFile.status === 'failed') return addressFile;
  const address = residenceObjects(addressFile.value, 'address');
  if (address.status === 'failed') return address;
  const image = address.value.get(TAG.addressImage) ?? new Uint8Array();
  const selected = await session.channel.selectApplication(RESIDENCE_AID.back, 'back');
  if (selected.status === 'failed') return selected;
  const objects = await readObjects(session, [files.permission, files.renewal]);
  if (objects.status === 'failed') return objects;
  const text = (tag: number) => objectText(objects.value, tag);
  return done({
    address: null,
    addressImage: image.every((byte) => byte === 0) ? null : image,
    generalPermission: text(tags.general),
    generalPermissionUntil: cardDate(text(tags.generalUntil) ?? '') ?? null,
    individualPermission: text(tags.individual),
    renewalPending: pending(text(tags.renewal)),
  });
}

const pending = (code: string | null) => (code === null ? null : code === '1');

/** The objects of several plain files together; a special permanent resident certificate has fewer files. */
async function readObjects(session: ResidenceSession, files: readonly number[]): Promise<Attempt<Objects>> {
  const all = new Map<number, Uint8Array>();
  for (const sfi of files) {
    const file = await readPlainFile(session, sfi);
    if (file.status === 'failed') {
      if (file.reason.code === 'card-file-missing') continue;
      return file;
    }
    const objects = residenceObjects(file.value, `back ${sfi}`);
    if (objects.status === 'failed') return objects;
    for (const [tag, value] of objects.value) all.set(tag, value);
  }
  return done(all);
}
