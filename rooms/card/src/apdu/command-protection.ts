import type { Attempt } from '@honnin/outcome';
import type { CommandApdu, ResponseApdu } from './apdu.ts';

/** Secure messaging (ISO/IEC 7816-4 §10) as the channel sees it: one command out, one response back. */
export interface CommandProtection extends Disposable {
  /** The command as it goes out; every call is a new command of the session. */
  protect(command: CommandApdu): CommandApdu;
  /** The response to the command that was protected last. Fails with `secure-messaging-broken`. */
  open(response: ResponseApdu): Attempt<ResponseApdu>;
}
