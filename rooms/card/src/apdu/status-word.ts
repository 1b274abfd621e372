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
  wrongData: 0x6a80,
  notFound: 0x6a82,
  wrongParameters: 0x6a86,
  objectNotFound: 0x6a88,
  offsetOutside: 0x6b00,
  instructionUnknown: 0x6d00,
  classUnknown: 0x6e00,
  internalError: 0x6f00,
} as const;

const MEANINGS: ReadonlyMap<number, string> = new Map([
  [0x9000, 'done'],
  [0x6282, 'end of file before Le bytes'],
  [0x6300, 'wrong value, no counter'],
  [0x66f1, 'secure messaging: session key not accepted'],
  [0x6700, 'wrong length'],
  [0x6981, 'command incompatible with the file'],
  [0x6982, 'security status not satisfied'],
  [0x6983, 'secret is locked'],
  [0x6984, 'secret is locked'],
  [0x6985, 'conditions of use not satisfied'],
  [0x6986, 'no current file'],
  [0x6987, 'secure messaging: object missing'],
  [0x6988, 'secure messaging: object wrong'],
  [0x69fc, 'secure messaging: no session'],
  [0x6a80, 'wrong data'],
  [0x6a82, 'application or file not found'],
  [0x6a86, 'wrong P1 P2'],
  [0x6a88, 'data object not found'],
  [0x6b00, 'offset outside the file'],
  [0x6d00, 'instruction not known'],
  [0x6e00, 'class not known'],
  [0x6f00, 'internal error'],
]);

/** The tries that `63Cx` says are left; undefined for any other status word. */
export function triesLeftOf(statusWord: number): number | undefined {
  return (statusWord & 0xfff0) === 0x63c0 ? statusWord & 0x0f : undefined;
}

/** True for both words that cards use for a locked secret. */
export function isLocked(statusWord: number): boolean {
  return statusWord === STATUS_WORD.methodBlocked || statusWord === STATUS_WORD.referenceBlocked;
}

/** The status word with its meaning in English, for logs: `6982 security status not satisfied`. */
export function describeStatusWord(statusWord: number): string {
  const hex = statusWord.toString(16).toUpperCase().padStart(4, '0');
  const tries = triesLeftOf(statusWord);
  if (tries !== undefined) return `${hex} wrong value, tries left: ${tries}`;
  if (statusWord >> 8 === 0x61) return `${hex} more bytes to fetch`;
  if (statusWord >> 8 === 0x6c) return `${hex} wrong Le`;
  return `${hex} ${MEANINGS.get(statusWord) ?? 'unknown to us'}`;
}
