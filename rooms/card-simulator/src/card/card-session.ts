import type { AccessRule } from '../issuing/card-record.ts';
import type { CardApplication, CardFile, CardImage } from './card-image.ts';
import { SW } from './status-word.ts';

/** What the chip remembers between two commands, and forgets when it loses power. */
export interface CardSession {
  readonly image: CardImage;
  readonly random: (length: number) => Uint8Array;
  application: CardApplication;
  currentFile: CardFile | null;
  /** Key EFs verified since the application was selected. */
  readonly verified: Set<CardFile>;
  /** The session key, where one was set and not destroyed since. */
  secureMessaging: SecureMessagingState | null;
}

/** A session key and the number of commands that were sent under it. */
export interface SecureMessagingState {
  /** AES-128. */
  readonly key: Uint8Array;
  commands: number;
}

/** Destroys the session key, so that CLA 08 finds none (69FC). */
export function endSecureMessaging(session: CardSession): void {
  session.secureMessaging?.key.fill(0);
  session.secureMessaging = null;
}

/**
 * Selects an application: this clears the security status, the current EF (ISO/IEC 7816-4 9.2) and the
 * session key.
 */
export function enterApplication(session: CardSession, application: CardApplication): void {
  session.application = application;
  session.currentFile = null;
  session.verified.clear();
  endSecureMessaging(session);
}

/** True when the rule lets the holder through with what is verified now. */
export function permits(session: CardSession, rule: AccessRule): boolean {
  if (rule === 'free') return true;
  if (rule === 'never') return false;
  return rule.anyOf.some((id) => {
    const file = session.application.files.get(Number.parseInt(id, 16));
    return file !== undefined && session.verified.has(file);
  });
}

/**
 * The EF that a reference byte means: `80` the current one, `80|sfi` one by its short identifier, which
 * then becomes the current one. A number is the status word of a reference that leads nowhere.
 */
export function referencedFile(session: CardSession, reference: number): CardFile | number {
  if ((reference & 0xe0) !== 0x80 || reference === 0x9f) return SW.badParameters;
  if (reference === 0x80) return session.currentFile ?? SW.noCurrentFile;
  const file = session.application.files.get(reference & 0x1f);
  if (file === undefined) return SW.notFound;
  session.currentFile = file;
  return file;
}
