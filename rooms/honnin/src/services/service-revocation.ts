import {
  createFetchOctets,
  createListRevocationSource,
  createResponderRevocationSource,
  firstToKnow,
  type RevocationSource,
  restAfterSilence,
} from '@honnin/pki';
import { fileRevocationLists } from './file-revocation-lists.ts';
import { randomBytes } from './random-bytes.ts';

/** Patients wait for it: a responder that takes longer is passed over for the lists. */
const responderLimits = { timeoutMs: 2_000, maximumBytes: 64 * 1024 } as const;

/** A responder that is down costs one patient that wait, and not everybody. */
const restMs = 30_000;

/** The revocation that an operator has set: a responder where there is one, then lists in files. */
export function serviceRevocation(
  settings: { readonly files: readonly string[] | null; readonly responder: string | null },
  {
    log,
    clock,
  }: { readonly log: { warn(fields: object, message: string): void }; readonly clock: () => Date },
): RevocationSource {
  const { files, responder } = settings;
  return firstToKnow([
    ...(responder === null ? [] : [restAfterSilence(responderAt(responder), { clock, restMs })]),
    ...(files === null ? [] : [createListRevocationSource({ lookup: fileRevocationLists(files, log) })]),
  ]);
}

function responderAt(address: string): RevocationSource {
  return createResponderRevocationSource({
    fetchOctets: createFetchOctets({ fetch, ...responderLimits, failure: 'status-response-unavailable' }),
    random: randomBytes,
    addressOf: () => address,
  });
}
