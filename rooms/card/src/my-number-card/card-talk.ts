import type { Attempt } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { fail } from '../fail.ts';
import { changeSecret } from './change-secret.ts';
import type { SecretName } from './my-number-card.ts';
import { presentSecret } from './present-secret.ts';
import type { SecretCheck } from './secret-check.ts';
import { hasForm } from './secret-form.ts';
import { SECRET_PLACE } from './secret-place.ts';
import type { SpendOptions } from './spend-options.ts';

/** What the calls of a card share: the channel, their order, and the rules for spending a secret. */
export interface CardTalk {
  readonly channel: CardChannel;
  readonly random: (length: number) => Uint8Array;
  /** Lets one conversation with the card end before the next begins: SELECT and what follows belong together. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Presents a secret of the right form, its counter asked first. Not in turn by itself. */
  present(name: SecretName, secret: Uint8Array, options?: SpendOptions): Promise<Attempt<SecretCheck>>;
  change(
    name: SecretName,
    secrets: { readonly current: Uint8Array; readonly next: Uint8Array },
    options?: SpendOptions,
  ): Promise<Attempt<SecretCheck>>;
}

export function createCardTalk(channel: CardChannel, random: (length: number) => Uint8Array): CardTalk {
  let last: Promise<unknown> = Promise.resolve();
  return {
    channel,
    random,
    inTurn(work) {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
    async present(name, secret, options = {}) {
      const place = SECRET_PLACE[name];
      const presented = upperCase(name, secret);
      try {
        if (!hasForm(presented, place.form)) return fail('secret-malformed');
        return await presentSecret(channel, place, presented, options);
      } finally {
        presented.fill(0);
      }
    },
    async change(name, { current, next }, options = {}) {
      const place = SECRET_PLACE[name];
      if (place.change === 'never') throw new RangeError(`${name} is not the holder's to change`);
      const secrets = { current: upperCase(name, current), next: upperCase(name, next) };
      try {
        if (!hasForm(secrets.current, place.form) || !hasForm(secrets.next, place.form))
          return fail('secret-malformed');
        return await changeSecret(channel, place, secrets, options);
      } finally {
        secrets.current.fill(0);
        secrets.next.fill(0);
      }
    },
  };
}

/** A copy, in upper case where it is the signature password: the card holds no small letters. */
function upperCase(name: SecretName, secret: Uint8Array): Uint8Array {
  const isPassword = name === 'signature-password';
  return secret.map((byte) => (isPassword && byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte));
}
