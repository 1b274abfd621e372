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
import { verifyCertificate } from '../commands/verify-certificate.ts';
import type { CardSession } from './card-session.ts';
import { type CommandApdu, parseCommand } from './command-apdu.ts';
import { status } from './response-apdu.ts';
import { answerSecurely } from './secure-messaging.ts';
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
  [0xa2, verifyCertificate],
  [0xae, setSessionKey],
]);

/** Answers one command APDU; bytes that are no APDU get 6700. */
export function answerCommand(session: CardSession, bytes: Uint8Array): Uint8Array {
  const command = parseCommand(bytes);
  if (command === null) return status(SW.wrongLength);
  if (command.cla === 0x08 || command.cla === 0x0c) return answerSecureMessaging(session, command);
  const commands = command.cla === 0x00 ? interindustry : command.cla === 0x80 ? proprietary : null;
  if (commands === null) return status(SW.claNotSupported);
  const run = commands.get(command.ins);
  return run === undefined ? status(SW.insNotSupported) : run(session, command);
}

/** What may be said under a session key: SELECT of a file, VERIFY and READ BINARY are known to be. */
const protectable: ReadonlyMap<number, CardCommand> = new Map([
  [0x20, verify],
  [0xa4, select],
  [0xb0, readBinary],
]);

/** Only the text-input application has secure messaging; a MAC (CLA 0C) is never taken. */
function answerSecureMessaging(session: CardSession, command: CommandApdu): Uint8Array {
  if (session.application.name !== 'text-input') return status(SW.claNotSupported);
  if (command.cla === 0x0c) return status(SW.secureMessagingMissing);
  return answerSecurely(session, command, (plain) => {
    const run = protectable.get(plain.ins);
    return run === undefined ? status(SW.insNotSupported) : run(session, plain);
  });
}
