import { type CardSession, enterApplication } from '../card/card-session.ts';
import type { CommandApdu } from '../card/command-apdu.ts';
import { status } from '../card/response-apdu.ts';
import { SW } from '../card/status-word.ts';

/**
 * SELECT (ISO/IEC 7816-4 11.2.2): an application by its whole DF name, an EF of the application by its
 * identifier. Going back to the MF is as unreliable as on the real card: refused after reset, without effect
 * inside an application.
 */
export function select(session: CardSession, { p1, p2, data }: CommandApdu): Uint8Array {
  if (p1 === 0x04) return selectApplication(session, p2, data);
  if (p1 === 0x02) return selectFile(session, p2, data);
  if (p1 === 0x00) {
    if (data.length > 0) return status(SW.notFound);
    return status(session.application === session.image.applications[0] ? SW.badParameters : SW.ok);
  }
  return status(SW.badParameters);
}

function selectApplication(session: CardSession, p2: number, name: Uint8Array): Uint8Array {
  if (p2 !== 0x0c && p2 !== 0x00) return status(SW.badParameters);
  const application = session.image.applications.find(({ aid }) => Buffer.compare(aid, name) === 0);
  if (application === undefined) return status(SW.notFound);
  enterApplication(session, application);
  return status(SW.ok);
}

function selectFile(session: CardSession, p2: number, identifier: Uint8Array): Uint8Array {
  if (p2 !== 0x0c && p2 !== 0x00) return status(SW.badParameters);
  const [high, low] = identifier;
  if (identifier.length !== 2 || high === undefined || low === undefined) return status(SW.wrongLength);
  const file = session.application.files.get((high << 8) | low);
  if (file === undefined) return status(SW.notFound);
  session.currentFile = file;
  return status(SW.ok);
}
