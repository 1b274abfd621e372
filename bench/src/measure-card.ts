import { randomBytes } from 'node:crypto';
import { verifyCardFace } from '@honnin/identification';
import { parseCertificate, validatePath } from '@honnin/pki';
import { type BenchWorld, value } from './bench-world.ts';
import { measure } from './measure.ts';
import type { Line } from './report.ts';

/** Reading a card as the face path does, and judging what was read. */
export async function measureCard(world: BenchWorld, now: Date): Promise<Line[]> {
  const { anchors } = world.authority;
  const readFacePath = async (air?: { readonly bitsPerSecond: number }) => {
    const { card, close } = await world.openCard(air);
    value(await card.readAuthenticationCertificate());
    value(await card.openCardFace(world.matchingNumber));
    const cardFace = value(await card.readCardFace());
    const issuerCertificate = value(await card.readCardFaceIssuer());
    const challenge = new Uint8Array(randomBytes(32));
    const keySignature = value(await card.proveCardFaceKey(challenge));
    await close();
    return { cardFace, issuerCertificate, challenge, keySignature };
  };
  const read = await readFacePath();
  return [
    await measure('read the card, whole face path, no air (both sides of the protocol)', 30, () =>
      readFacePath(),
    ),
    await measure('the same at 424 kbit/s', 10, () => readFacePath({ bitsPerSecond: 424_000 })),
    await measure('verify record, issuer and card key', 60, () =>
      verifyCardFace({ ...read, anchors: [anchors.cardFace] }),
    ),
    await measure('parse the certificate and validate its path', 60, async () => {
      const certificate = value(parseCertificate(world.issued.authenticationCertificate));
      await validatePath({
        certificate,
        intermediates: [],
        anchors: [anchors.authentication],
        at: now,
        keyUsage: 'digitalSignature',
      });
    }),
  ];
}
