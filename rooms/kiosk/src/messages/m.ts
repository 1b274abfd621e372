import type japanese from '../../messages/ja.json';
// @ts-expect-error TS7016: the compiler of messages writes JavaScript without declarations, at build time
import { m as compiled } from './compiled/messages.js';

/** Every message is a function of its parts; which messages there are is known from the Japanese ones. */
type Messages = {
  readonly [Key in keyof typeof japanese]: (parts?: Readonly<Record<string, string | number>>) => string;
};

export const m: Messages = compiled;
