import { type CardConnection, cardFailures, type MyNumberCard, openMyNumberCard } from '@honnin/card';
import { createVirtualCard } from '@honnin/card-simulator';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mustFailByName } from '../must-fail-by-name.ts';
import { testIssuer } from '../test-issuer.ts';

/** What a card says in one visit: each response behind its length in two bytes. */
function connectionThatSays(script: Uint8Array): CardConnection {
  let offset = 0;
  return {
    readerName: 'fuzz',
    atr: new Uint8Array(),
    async transmit() {
      const [high, low] = script.subarray(offset, offset + 2);
      if (high === undefined || low === undefined) return failed(reason('card-removed'));
      const start = offset + 2;
      offset = start + high * 0x100 + low;
      return done(script.slice(start, offset));
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** Everything a terminal ever asks of a card, in the order of a visit; nothing stops it, as little as a fault does. */
const askings: readonly ((card: MyNumberCard) => Promise<Attempt<unknown>>)[] = [
  (card) => card.readAuthenticationCertificate(),
  (card) => card.openCardFace(Buffer.from('55021720352285')),
  (card) => card.readCardFace(),
  (card) => card.readCardFaceIssuer(),
  (card) => card.proveCardFaceKey(new Uint8Array(32)),
  (card) => card.triesLeft('authentication-pin'),
  (card) => card.verifyAuthenticationPin(Buffer.from('1234')),
  (card) => card.signForAuthentication(new Uint8Array(32)),
  (card) => card.readCommonRecord(),
  (card) => card.readTokenInfo(),
  (card) => card.readTextInputIssuer(),
];

async function visit(connection: CardConnection): Promise<void> {
  const card = await openMyNumberCard(connection);
  mustFailByName(card, cardFailures);
  if (card.status === 'failed') return;
  for (const ask of askings) mustFailByName(await ask(card.value), cardFailures);
}

/** What a card may answer, from a dialogue with a good card on. */
export const apduResponses: FuzzTarget = {
  name: 'apdu-responses',
  samples: async () => {
    const { card } = await testIssuer();
    const virtual = createVirtualCard(card.record);
    const said: Uint8Array[] = [];
    await visit({
      readerName: 'fuzz',
      atr: virtual.atr,
      async transmit(command) {
        const response = await virtual.transmit(command);
        said.push(Uint8Array.of(response.length >> 8, response.length & 0xff), Uint8Array.from(response));
        return done(response);
      },
      [Symbol.asyncDispose]: async () => undefined,
    });
    return [Uint8Array.from(Buffer.concat(said)), Uint8Array.of(0, 2, 0x90, 0x00)];
  },
  read: (input) => visit(connectionThatSays(input)),
};
