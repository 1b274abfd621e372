import { type Attempt, done } from '@honnin/outcome';
import { readTlvs } from '../apdu/ber-tlv.ts';
import { type CardChannel, failureOf } from '../apdu/card-channel.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';
import { cardDate } from './card-date.ts';
import type { CommonRecord } from './common-record.ts';
import { AID, COMMON_FILE } from './my-number-files.ts';

/** Reads record 1 of EF 0001: object 01 with serial (15), municipality (5) and expiry date (8 digits). */
export async function readCommonRecord(channel: CardChannel): Promise<Attempt<CommonRecord>> {
  const selected = await channel.selectApplication(AID.common, 'common');
  if (selected.status === 'failed') return selected;
  const file = await channel.selectFile(COMMON_FILE.record);
  if (file.status === 'failed') return file;
  const answer = await channel.send({ cla: 0, ins: 0xb2, p1: 0x01, p2: 0x04, le: 0x100 });
  if (answer.status === 'failed') return answer;
  if (answer.value.statusWord !== STATUS_WORD.ok)
    return failureOf(answer.value.statusWord, 'READ RECORD of common');
  const objects = readTlvs(answer.value.data);
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
