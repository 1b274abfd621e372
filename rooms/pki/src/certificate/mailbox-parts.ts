import { isHostName } from './host-name.ts';

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const localPart = new RegExp(`^(?:${atom}(?:\\.${atom})*|"(?:[ !#-\\[\\]-~]|\\\\[ -~])*")$`);

/** A Mailbox of RFC 5321 §4.1.2 (rfc822Name, RFC 5280 §4.2.1.6) in its two parts, the host in lower case. */
export interface MailboxParts {
  readonly local: string;
  readonly host: string;
}

/** Splits a mailbox; null for what is none, such as an address with two signs that divide it. */
export function mailboxParts(text: string): MailboxParts | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const host = text.slice(at + 1).toLowerCase();
  return at > 0 && localPart.test(local) && isHostName(host) ? { local, host } : null;
}
