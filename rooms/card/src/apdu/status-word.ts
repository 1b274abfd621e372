/** Status words that the My Number card is known to give (ISO/IEC 7816-4 §5.6 and measurements). */
export const STATUS_WORD = {
  ok: 0x9000,
  wrongWithoutCounter: 0x6300,
  endOfFile: 0x6282,
  wrongLength: 0x6700,
  securityStatusNotSatisfied: 0x6982,
  incompatibleWithFile: 0x6981,
  /** ISO's word for a locked secret. */
  methodBlocked: 0x6983,
  /** What the My Number card answers when a locked secret is presented. */
  referenceBlocked: 0x6984,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  secureMessagingMissing: 0x6987,
  secureMessagingWrong: 0x6988,
  noSessionKey: 0x69fc,
  wrongData: 0x6a80,
  functionNotSupported: 0x6a81,
  notFound: 0x6a82,
  recordNotFound: 0x6a83,
  wrongParameters: 0x6a86,
  objectNotFound: 0x6a88,
  offsetOutside: 0x6b00,
  instructionUnknown: 0x6d00,
  classUnknown: 0x6e00,
  internalError: 0x6f00,
} as const;

const MEANINGS: ReadonlyMap<number, string> = new Map([
  [0x9000, 'done'],
  [0x6282, 'the file ended before as many bytes as were asked for'],
  [0x6300, 'wrong value; this secret has no counter'],
  [0x66f1, 'this application takes no session key'],
  [0x6700, 'wrong length'],
  [0x6981, 'the file is not of the kind that this command works on'],
  [0x6982, 'a secret has to be presented first'],
  [0x6983, 'the secret is locked (ISO’s word for it)'],
  [0x6984, 'the secret is locked (this card’s word for it)'],
  [0x6985, 'not allowed in this situation, or with data of this length'],
  [0x6986, 'no file is selected'],
  [0x6987, 'a secure-messaging object is missing'],
  [0x6988, 'a secure-messaging object is wrong; the session key is gone'],
  [0x69fc, 'no session key is set'],
  [0x6a80, 'the data has the wrong form'],
  [0x6a81, 'the card does not offer this'],
  [0x6a82, 'application or file not found'],
  [0x6a83, 'record not found'],
  [0x6a86, 'wrong parameters (P1, P2)'],
  [0x6a88, 'data object not found'],
  [0x6b00, 'the offset lies behind the end of the file'],
  [0x6d00, 'the card does not know this instruction'],
  [0x6e00, 'the card does not know this class of instructions'],
  [0x6f00, 'the card failed in itself'],
]);

/** The tries that `63Cx` says are left; undefined for any other status word. */
export function triesLeftOf(statusWord: number): number | undefined {
  return (statusWord & 0xfff0) === 0x63c0 ? statusWord & 0x0f : undefined;
}

/** True for both words that cards use for a locked secret. */
export function isLocked(statusWord: number): boolean {
  return statusWord === STATUS_WORD.methodBlocked || statusWord === STATUS_WORD.referenceBlocked;
}

/** The status word with its meaning in plain English, for logs: `6982 a secret has to be presented first`. */
export function describeStatusWord(statusWord: number): string {
  const hex = statusWord.toString(16).toUpperCase().padStart(4, '0');
  const tries = triesLeftOf(statusWord);
  if (tries === 0) return `${hex} wrong value; no tries left, the secret is locked`;
  if (tries !== undefined) return `${hex} wrong value, tries left: ${tries}`;
  if (statusWord >> 8 === 0x61) return `${hex} more bytes to fetch`;
  if (statusWord >> 8 === 0x6c) return `${hex} wrong Le`;
  return `${hex} ${MEANINGS.get(statusWord) ?? 'unknown to us'}`;
}
