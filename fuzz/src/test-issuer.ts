import { createCardKeys, issueTestCard, sampleCardHolder } from '@honnin/card-simulator';
import { createTestAuthority } from '@honnin/pki';

/** The moment at which everything in the samples is valid. */
export const at = new Date('2026-11-20T09:00:00Z');

/** An authority and a card of it, made once for all targets of a thread. */
export const testIssuer = once(async () => {
  const [authority, keys] = await Promise.all([createTestAuthority({ now: at }), createCardKeys()]);
  const photo = Uint8Array.from([
    ...[0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a],
    ...Array.from({ length: 900 }, (_, index) => (index * 31) & 0xff),
  ]);
  const holder = sampleCardHolder({ textInputPin: '5678', photo });
  return { authority, card: await issueTestCard({ authority, holder, now: at, keys }) };
});

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
