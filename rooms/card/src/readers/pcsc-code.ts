import type { Failed } from '@honnin/outcome';
import { fail } from '../fail.ts';
import type { CardFailureCode } from '../failures.ts';

/** Return codes of PC/SC (PC/SC part 5, pcsc-lite's and Microsoft's lists agree on these). */
export const PCSC_CODE = {
  success: 0,
  cancelled: 0x8010_0002,
  invalidParameter: 0x8010_0004,
  insufficientBuffer: 0x8010_0008,
  unknownReader: 0x8010_0009,
  timeout: 0x8010_000a,
  sharingViolation: 0x8010_000b,
  noSmartcard: 0x8010_000c,
  protocolMismatch: 0x8010_000f,
  notReady: 0x8010_0010,
  commError: 0x8010_0013,
  notTransacted: 0x8010_0016,
  readerUnavailable: 0x8010_0017,
  noService: 0x8010_001d,
  serviceStopped: 0x8010_001e,
  noReadersAvailable: 0x8010_002e,
  commDataLost: 0x8010_002f,
  unresponsiveCard: 0x8010_0066,
  unpoweredCard: 0x8010_0067,
  resetCard: 0x8010_0068,
  removedCard: 0x8010_0069,
} as const;

const FAILURES: ReadonlyMap<number, CardFailureCode> = new Map([
  [PCSC_CODE.invalidParameter, 'command-refused'],
  [PCSC_CODE.insufficientBuffer, 'command-refused'],
  [PCSC_CODE.unknownReader, 'reader-missing'],
  [PCSC_CODE.readerUnavailable, 'reader-missing'],
  [PCSC_CODE.noReadersAvailable, 'reader-missing'],
  [PCSC_CODE.sharingViolation, 'card-in-use'],
  [PCSC_CODE.noSmartcard, 'card-absent'],
  [PCSC_CODE.notTransacted, 'card-contact-lost'],
  [PCSC_CODE.commDataLost, 'card-contact-lost'],
  // An answer to reset that makes no sense, or a card that speaks neither T=0 nor T=1.
  [PCSC_CODE.protocolMismatch, 'card-mute'],
  [PCSC_CODE.notReady, 'card-mute'],
  [PCSC_CODE.unresponsiveCard, 'card-mute'],
  [PCSC_CODE.unpoweredCard, 'card-mute'],
  [PCSC_CODE.resetCard, 'card-removed'],
  [PCSC_CODE.removedCard, 'card-removed'],
]);

/** The failure that a return code stands for. What is not known is taken for a service that is not well. */
export function failureOfPcsc(code: number, where: string): Failed {
  return fail(
    FAILURES.get(code) ?? 'reader-service-down',
    `${where}: ${code.toString(16).toUpperCase().padStart(8, '0')}`,
  );
}
