import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createInProcessReaders } from '@honnin/card-simulator';
import { verifyCardFace } from '@honnin/identification';
import { parseCertificate, validatePath } from '@honnin/pki';
import { type BenchWorld, value } from './bench-world.ts';
import { timeFacePath } from './card-path/time-face-path.ts';
import { measure } from './measure.ts';
import type { Line } from './report.ts';

/** Reading a card as the face path does, and judging what was read. */
export async function measureCard(world: BenchWorld, now: Date): Promise<Line[]> {
  const { anchors } = world.authority;
  const readFace = async () => {
    const { card, close } = await world.openCard();
    value(await card.readAuthenticationCertificate());
    value(await card.openCardFace(world.matchingNumber));
    const cardFace = value(await card.readCardFace());
    const issuerCertificate = value(await card.readCardFaceIssuer());
    const challenge = new Uint8Array(randomBytes(32));
    const keySignature = value(await card.proveCardFaceKey(challenge));
    await close();
    return { cardFace, issuerCertificate, challenge, keySignature };
  };
  const read = await readFace();
  await using readers = createInProcessReaders(['bench']);
  const inProcess = {
    name: 'in process',
    readers,
    readerName: 'bench',
    lay: async (card: Parameters<typeof readers.insert>[1]) => readers.insert('bench', card),
  };
  return [
    await measure('read the card, whole face path, no air (both sides of the protocol)', 30, readFace),
    ...(await timeFacePath(inProcess, world, 10)),
    ...(await throughPcscd()),
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

/** The same through a real pcscd, where this machine has one. */
async function throughPcscd(): Promise<readonly Line[]> {
  const main = fileURLToPath(new URL('./card-path/through-pcscd-main.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', main]);
  const answer = JSON.parse(stdout) as { lines: Line[] } | { skipped: string };
  if ('lines' in answer) return answer.lines;
  process.stderr.write(`no figures through pcscd: ${answer.skipped}\n`);
  return [];
}
