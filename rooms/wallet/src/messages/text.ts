import { m } from '#wallet-messages';
import type japanese from '../../messages/ja.json';

type Inputs = Readonly<Record<string, string | number>>;

/** Every text of the screen, in the language of the moment; the keys are those of `messages/ja.json`. */
export const text = m as { readonly [Key in keyof typeof japanese]: (inputs?: Inputs) => string };
