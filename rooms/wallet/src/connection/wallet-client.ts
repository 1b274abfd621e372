import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';
import type { BeforeCamera, OwnCardOrder } from '../wallet-api.ts';

/** Body of the demo's error answers. */
const WalletProblem = Type.Object({
  code: Type.String(),
  message: Type.Object({ ja: Type.String(), en: Type.String() }),
});
type WalletProblem = Static<typeof WalletProblem>;

/** What became of a request. `problem` is null when the demo could not be reached or understood. */
export type Answer<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: WalletProblem | null };

/** What can be done with the tray, the cards and the place before the kiosk's camera. */
export interface WalletClient {
  lay(id: string): Promise<Answer<null>>;
  takeAway(): Promise<Answer<null>>;
  standBeforeCamera(who: BeforeCamera): Promise<Answer<null>>;
  issue(order: OwnCardOrder): Promise<Answer<{ id: string }>>;
  discard(id: string): Promise<Answer<null>>;
}

/** Talks to the demo on the page's own origin. */
export function createWalletClient(request: typeof fetch): WalletClient {
  const send = <Schema extends TSchema>(method: string, address: string, schema: Schema, body?: unknown) =>
    ask(request, address, schema, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  const card = (id: string) => `/wallet/api/cards/${encodeURIComponent(id)}`;
  return {
    lay: (id) => send('POST', `${card(id)}/lay`, Type.Null()),
    takeAway: () => send('DELETE', '/wallet/api/reader', Type.Null()),
    standBeforeCamera: (who) => send('PUT', '/wallet/api/before-camera', Type.Null(), who),
    issue: (order) => send('POST', '/wallet/api/cards', Type.Object({ id: Type.String() }), order),
    discard: (id) => send('DELETE', card(id), Type.Null()),
  };
}

async function ask<Schema extends TSchema>(
  request: typeof fetch,
  address: string,
  schema: Schema,
  init: RequestInit,
): Promise<Answer<Static<Schema>>> {
  try {
    const answer = await request(address, init);
    const body: unknown = answer.status === 204 ? null : await answer.json();
    if (answer.ok && Check(schema, body)) return { status: 'done', value: body };
    return { status: 'failed', problem: !answer.ok && Check(WalletProblem, body) ? body : null };
  } catch {
    // The demo was stopped, or something else answers in its place.
    return { status: 'failed', problem: null };
  }
}
