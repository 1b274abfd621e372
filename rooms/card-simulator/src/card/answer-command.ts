import { changeKey, changeReferenceData } from '../commands/change-secret.ts';
import { computeDigitalSignature } from '../commands/compute-digital-signature.ts';
import { getChallenge } from '../commands/get-challenge.ts';
import { getData } from '../commands/get-data.ts';
import { internalAuthenticate } from '../commands/internal-authenticate.ts';
import { readBinary } from '../commands/read-binary.ts';
import { readRecord } from '../commands/read-record.ts';
import { select } from '../commands/select.ts';
import { setSessionKey } from '../commands/set-session-key.ts';
import { verify } from '../commands/verify.ts';
import type { CardSession } from './card-session.ts';
import { type CommandApdu, parseCommand } from './command-apdu.ts';
import { status } from './response-apdu.ts';
import { SW } from './status-word.ts';

type CardCommand = (session: CardSession, command: CommandApdu) => Uint8Array;

/** ISO/IEC 7816-4 commands (CLA 00). */
const interindustry: ReadonlyMap<number, CardCommand> = new Map([
  [0x20, verify],
  [0x24, changeReferenceData],
  [0x84, getChallenge],
  [0x88, internalAuthenticate],
  [0xa4, select],
  [0xb0, readBinary],
  [0xb2, readRecord],
  [0xca, getData],
]);

/** The card's own commands (CLA 80). */
const proprietary: ReadonlyMap<number, CardCommand> = new Map([
  [0x2a, computeDigitalSignature],
  [0x32, changeKey],
  [0xae, setSessionKey],
]);

/** Answers one command APDU; bytes that are no APDU get 6700. */
export function answerCommand(session: CardSession, bytes: Uint8Array): Uint8Array {
  const command = parseCommand(bytes);
  if (command === null) return status(SW.wrongLength);
  if (command.cla === 0x08 || command.cla === 0x0c) return answerSecureMessaging(session, command.cla);
  const commands = command.cla === 0x00 ? interindustry : command.cla === 0x80 ? proprietary : null;
  if (commands === null) return status(SW.claNotSupported);
  const run = commands.get(command.ins);
  return run === undefined ? status(SW.insNotSupported) : run(session, command);
}

/** No session key can be set yet: CLA 08 finds none, and a MAC (CLA 0C) is never taken. */
function answerSecureMessaging(session: CardSession, cla: 0x08 | 0x0c): Uint8Array {
  if (session.application.name !== 'text-input') return status(SW.claNotSupported);
  return status(cla === 0x08 ? SW.noSessionKey : SW.secureMessagingMissing);
}
