import { timingSafeEqual } from 'node:crypto';
import { accessKey, openHalf, protect, SECURE_CLASS, sealHalf, sessionKey, unprotect } from '@honnin/card';
import { type CommandApdu, parseCommand } from '../card/command-apdu.ts';
import { answer, status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';
import { FOLDERS, type ResidenceChip, type StoredFile } from './residence-chip.ts';

const word = { wrongNumber: 0x6300, secureMessagingNotNow: 0x6882, secureMessagingWrong: 0x6988 } as const;
const challengeLength = 8;

/**
 * Answers one command of 在留カード等仕様書 §4. Left open there, and our choice: EFs are reached by their short
 * identifiers only (6A82 otherwise), a challenge is good for the very next command, a failed authentication or
 * VERIFY ends the session, and files that need no secure messaging are given in it too.
 */
export function answerResidenceCommand(chip: ResidenceChip, bytes: Uint8Array): Uint8Array {
  const command = parseCommand(bytes);
  if (command === null) return status(SW.wrongLength);
  const { challenge } = chip;
  chip.challenge = null;
  switch ((command.cla << 8) | command.ins) {
    case 0x00a4:
      return select(chip, command);
    case 0x0084:
      return getChallenge(chip, command);
    case 0x0082:
      return mutualAuthenticate(chip, command, challenge);
    case 0x0820:
      return verify(chip, command);
    case 0x0020:
      return status(SW.securityNotSatisfied);
    case 0x00b0:
      return readPlain(chip, command);
    case 0x08b0:
      return readSecured(chip, command);
    default:
      return status(
        command.cla === 0x00 || command.cla === SECURE_CLASS ? SW.insNotSupported : SW.claNotSupported,
      );
  }
}

/** A DF by its name, or the MF; the session outlives it. */
function select(chip: ResidenceChip, { p1, data }: CommandApdu): Uint8Array {
  const folder =
    p1 === 0x04
      ? FOLDERS.find(([name]) => Buffer.compare(name, data) === 0)?.[1]
      : p1 === 0x00 && (data.length === 0 || Buffer.from(data).toString('hex') === '3f00')
        ? 'MF'
        : undefined;
  if (folder === undefined) return status(SW.notFound);
  chip.folder = folder;
  chip.currentFile = null;
  return status(SW.ok);
}

function getChallenge(chip: ResidenceChip, { p1, p2, data, le }: CommandApdu): Uint8Array {
  if (p1 !== 0 || p2 !== 0) return status(SW.badParameters);
  if (le !== challengeLength || data.length > 0) return status(SW.wrongLength);
  chip.challenge = chip.random(challengeLength);
  return answer(chip.challenge);
}

function mutualAuthenticate(
  chip: ResidenceChip,
  { p1, p2, data, le }: CommandApdu,
  challenge: Uint8Array | null,
): Uint8Array {
  endSession(chip);
  if (p1 !== 0 || p2 !== 0) return status(SW.badParameters);
  if (data.length !== 40 || le === null) return status(SW.wrongLength);
  if (challenge === null) return status(SW.conditionsNotSatisfied);
  const { cipher, number, random } = chip;
  const key = accessKey(number);
  const half = openHalf(cipher, key, data);
  if (half === undefined || Buffer.compare(half.other, challenge) !== 0) return status(word.wrongNumber);
  const keyHalf = random(16);
  chip.sessionKey = sessionKey(half.keyHalf, keyHalf);
  return answer(sealHalf(cipher, key, { own: challenge, other: half.own, keyHalf }));
}

/** The card number itself, in secure messaging; no counter. */
function verify(chip: ResidenceChip, { p1, p2, data }: CommandApdu): Uint8Array {
  if (p1 !== 0x00 || p2 !== 0x86) return status(SW.badParameters);
  if (chip.sessionKey === null) return status(SW.securityNotSatisfied);
  const opened = unprotect(chip.cipher, chip.sessionKey, data);
  if (opened.status === 'failed') return status(word.secureMessagingWrong);
  const { number } = chip;
  if (opened.value.length === number.length && timingSafeEqual(opened.value, number)) {
    chip.numberVerified = true;
    return status(SW.ok);
  }
  endSession(chip);
  return status(word.wrongNumber);
}

function endSession(chip: ResidenceChip): void {
  chip.sessionKey = null;
  chip.numberVerified = false;
}

function readPlain(chip: ResidenceChip, command: CommandApdu): Uint8Array {
  const { data, le } = command;
  if (le === null || data.length > 0) return status(SW.wrongLength);
  const file = fileOf(chip, command);
  if (typeof file === 'number') return status(file);
  if (file.read === 'number-and-secure' || (file.read === 'number' && !chip.numberVerified))
    return status(SW.securityNotSatisfied);
  const piece = pieceOf(file, command, le);
  return piece === null ? status(SW.offsetPastEnd) : answer(piece);
}

/** The wanted length stands in a data object (96); 0000 means all there is. */
function readSecured(chip: ResidenceChip, command: CommandApdu): Uint8Array {
  const { sessionKey: key } = chip;
  if (key === null) return status(word.secureMessagingNotNow);
  const [tag, length, high = 0, low = 0] = command.data;
  if (tag !== 0x96 || length !== 2 || command.data.length !== 4) return status(word.secureMessagingWrong);
  if (command.le === null) return status(SW.wrongLength);
  const file = fileOf(chip, command);
  if (typeof file === 'number') return status(file);
  if (file.read !== 'free' && !chip.numberVerified) return status(SW.securityNotSatisfied);
  const piece = pieceOf(file, command, (high << 8) | low || 0x1_0000);
  if (piece === null) return status(SW.offsetPastEnd);
  const object = protect(chip.cipher, key, piece);
  return object.length > command.le ? status(SW.wrongLength) : answer(object);
}

/** The file that a short identifier names (and that becomes the current one), or the current one. */
function fileOf(chip: ResidenceChip, { p1 }: CommandApdu): StoredFile | number {
  if ((p1 & 0x80) === 0) return chip.currentFile ?? SW.noCurrentFile;
  const file = chip.files.get(`${chip.folder} ${p1 & 0x1f}`);
  if ((p1 & 0x60) !== 0 || file === undefined) return (p1 & 0x60) === 0 ? SW.notFound : SW.badParameters;
  chip.currentFile = file;
  return file;
}

function pieceOf({ content }: StoredFile, { p1, p2 }: CommandApdu, length: number): Uint8Array | null {
  const offset = (p1 & 0x80) === 0 ? (p1 << 8) | p2 : p2;
  return offset >= content.length ? null : content.subarray(offset, offset + length);
}
