import { cardFailures, openResidenceCard } from '@honnin/card';
import {
  createVirtualResidenceCard,
  issueTestResidenceCard,
  type ResidenceCardRecord,
  sampleResidenceCardHolder,
} from '@honnin/card-simulator';
import { done } from '@honnin/outcome';
import { createTestResidenceCardIssuer } from '@honnin/pki';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mustFailByName } from '../must-fail-by-name.ts';
import { at } from '../test-issuer.ts';

/** Short ones, so that there is time for more inputs. */
const image = Uint8Array.from([0x49, 0x49, 0x2a, 0x00, ...new Array<number>(600).fill(7)]);
const photo = Uint8Array.from([0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a, 0xff, 0xd9]);

let made: Promise<readonly ResidenceCardRecord[]> | undefined;
/** A card of each generation. */
function cards(): Promise<readonly ResidenceCardRecord[]> {
  made ??= (async () => {
    const issuer = await createTestResidenceCardIssuer({ now: at });
    return (['first', 'second'] as const).map((generation) =>
      issueTestResidenceCard({
        issuer,
        holder: sampleResidenceCardHolder(generation, { photo, image, addressImage: image }),
      }),
    );
  })();
  return made;
}

/** One byte for the card, then its files one after another, each behind its length in two bytes. */
function filesOf(index: number, record: ResidenceCardRecord): Uint8Array {
  const parts = record.files.map(({ content }) => {
    const bytes = Buffer.from(content, 'base64');
    return Buffer.concat([Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes]);
  });
  return Uint8Array.from(Buffer.concat([Uint8Array.of(index), ...parts]));
}

function cardWith(record: ResidenceCardRecord, input: Uint8Array): ResidenceCardRecord {
  let offset = 1;
  const files = record.files.map((file) => {
    const [high = 0, low = 0] = input.subarray(offset, offset + 2);
    const start = offset + 2;
    offset = start + high * 0x100 + low;
    return { ...file, content: Buffer.from(input.subarray(start, offset)).toString('base64') };
  });
  return { ...record, files };
}

/** Files of a residence card of either generation, read in secure messaging. */
export const residenceCard: FuzzTarget = {
  name: 'residence-card',
  samples: async () => (await cards()).map((record, index) => filesOf(index, record)),
  read: async (input) => {
    const known = await cards();
    const record = known[(input[0] ?? 0) % known.length];
    if (record === undefined) return;
    const chip = createVirtualResidenceCard(cardWith(record, input));
    const opened = await openResidenceCard({
      readerName: 'fuzz',
      atr: chip.atr,
      transmit: async (command) => done(await chip.transmit(command)),
      [Symbol.asyncDispose]: async () => undefined,
    });
    mustFailByName(opened, cardFailures);
    if (opened.status === 'failed') return;
    using card = opened.value;
    mustFailByName(await card.presentNumber(Buffer.from(record.printed.number)), cardFailures);
    mustFailByName(await card.readFront(), cardFailures);
    mustFailByName(await card.readBack(), cardFailures);
  },
};
