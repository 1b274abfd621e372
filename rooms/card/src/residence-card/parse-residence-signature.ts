import { type Attempt, done } from '@honnin/outcome';
import { readTlvHeader } from '../apdu/ber-tlv.ts';
import { fail } from '../fail.ts';
import { RESIDENCE_TAG } from './residence-card-files.ts';
import { residenceObjects } from './residence-objects.ts';
import type { ResidenceCardGeneration, ResidenceCardSignature } from './unverified-residence-card.ts';

/**
 * Parses DF3/EF01. Null when both objects are empty: the cards of holders under 16 are not signed. Certificates
 * are filled up with 00 behind their end; anything else there is `card-data-malformed`.
 */
export function parseResidenceSignature(
  file: Uint8Array,
  generation: ResidenceCardGeneration,
): Attempt<ResidenceCardSignature | null> {
  const objects = residenceObjects(file, 'signature');
  if (objects.status === 'failed') return objects;
  const tags = RESIDENCE_TAG[generation];
  const checkCode = objects.value.get(tags.checkCode) ?? new Uint8Array();
  const certificate = objects.value.get(tags.certificate) ?? new Uint8Array();
  const empty = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);
  if (empty(checkCode) && empty(certificate)) return done(null);
  const trimmed = withoutFiller(certificate);
  return trimmed === undefined || empty(checkCode)
    ? fail('card-data-malformed', 'signature: check code or certificate')
    : done({ checkCode: checkCode.slice(), certificate: trimmed });
}

function withoutFiller(certificate: Uint8Array): Uint8Array | undefined {
  const header = readTlvHeader(certificate);
  if (header.status === 'failed' || header.value.tag !== 0x30) return undefined;
  const end = header.value.headerLength + header.value.valueLength;
  const whole = certificate.length >= end && certificate.subarray(end).every((byte) => byte === 0);
  return whole ? certificate.slice(0, end) : undefined;
}
