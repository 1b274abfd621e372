import { type Attempt, done } from '@honnin/outcome';
import { readTlvs } from '../apdu/ber-tlv.ts';
import { type CardChannel, failureOf } from '../apdu/card-channel.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';
import { cardDate } from './card-date.ts';
import type { CommonRecord } from './common-record.ts';
import { AID, COMMON_FILE, RESIDENT_REGISTER_FILE } from './my-number-files.ts';

/** Reads record 1 of EF 0001: object 01 with serial (15), municipality (5) and expiry date (8 digits). */
export async function readCommonRecord(channel: CardChannel): Promise<Attempt<CommonRecord>> {
  const selected = await channel.selectApplication(AID.common, 'common');
  if (selected.status === 'failed') return selected;
  const record = await channel.readFirstRecord(COMMON_FILE.record);
  if (record.status === 'failed') return record;
  const objects = readTlvs(record.value);
  if (objects.status === 'failed') return objects;
  const object = objects.value.find(({ tag }) => tag === 0x01);
  const digits = new TextDecoder('latin1').decode(object?.value ?? new Uint8Array(0));
  const parts = /^(\d{15})(\d{5})(\d{8})$/.exec(digits);
  const [, serial, municipalityCode, expiry] = parts ?? [];
  const expiryDate = cardDate(expiry ?? '');
  if (serial === undefined || municipalityCode === undefined || expiryDate === undefined)
    return fail('card-data-malformed', 'common record');
  return done({ serial, municipalityCode, expiryDate });
}

/** Reads the 16-byte key reference, record 1 of EF 0002, of the common or the resident-register application. */
export async function readKeyReference(
  channel: CardChannel,
  application: 'common' | 'resident-register',
): Promise<Attempt<Uint8Array>> {
  const [aid, file] =
    application === 'common'
      ? [AID.common, COMMON_FILE.keyReference]
      : [AID.residentRegister, RESIDENT_REGISTER_FILE.keyReference];
  const selected = await channel.selectApplication(aid, application);
  return selected.status === 'failed' ? selected : channel.readFirstRecord(file);
}

/** INTERNAL AUTHENTICATE (`00 88 00 99`): the common application's key signs the challenge, with no secret. */
export async function proveCommonKey(
  channel: CardChannel,
  challenge: Uint8Array,
): Promise<Attempt<Uint8Array>> {
  if (challenge.length < 1 || challenge.length > 255) throw new RangeError('a challenge is 1 to 255 bytes');
  const selected = await channel.selectApplication(AID.common, 'common');
  if (selected.status === 'failed') return selected;
  const answer = await channel.send({
    ...{ cla: 0, ins: 0x88, p1: 0, p2: 0x80 | COMMON_FILE.key },
    data: challenge,
    le: 0x100,
  });
  if (answer.status === 'failed') return answer;
  const { data, statusWord } = answer.value;
  if (statusWord !== STATUS_WORD.ok) return failureOf(statusWord, 'INTERNAL AUTHENTICATE');
  return data.length === 256
    ? done(data.slice())
    : fail('response-torn', `signature of ${data.length} bytes`);
}
