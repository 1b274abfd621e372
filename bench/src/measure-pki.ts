import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { done } from '@honnin/outcome';
import {
  createListRevocationSource,
  createResponderRevocationSource,
  createTestAuthority,
  parseCertificate,
  parseRevocationList,
  type RevocationSource,
  revocationListsAtHand,
  stapledRevocationSource,
  validatePath,
} from '@honnin/pki';
import { value } from './bench-world.ts';
import { measure } from './measure.ts';
import type { Line } from './report.ts';

const listLines = 10_000;
const random = (length: number) => new Uint8Array(randomBytes(length));

/** Processor milliseconds for a certificate that just came from a card: read, path, revocation already at hand. */
const warmBudget = { of: 'processorMs', limit: 2 } as const;

/** Whom to believe: a chain with its revocation, warm and cold, by list and by OCSP. */
export async function measurePki(now: Date): Promise<Line[]> {
  const authority = await createTestAuthority({ now });
  const anchor = authority.anchors.authentication;
  const der = await authority.issueAuthenticationCertificate({
    publicKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey,
    commonName: 'BENCH',
    notBefore: new Date(now.getTime() - 1e9),
    notAfter: new Date(now.getTime() + 1e9),
  });
  for (let line = 0; line < listLines; line += 1)
    authority.revoke(Buffer.from(random(8)).toString('hex'), new Date(now.getTime() - 1e6));
  const listDer = await authority.certificateRevocationList(now);
  const list = value(parseRevocationList(listDer));
  const byList = createListRevocationSource({ lookup: revocationListsAtHand([list]) });
  const certificate = value(parseCertificate(der));

  // One exchange with the responder is kept, as a service that staples answers would hand it on.
  let answer = new Uint8Array();
  const byResponder = createResponderRevocationSource({
    random,
    addressOf: () => 'in process',
    fetchOctets: async (_, request) => {
      answer = new Uint8Array(await authority.statusResponse(request?.body ?? new Uint8Array(), now));
      return done(answer);
    },
  });

  const judge = async (source: RevocationSource, parsed = certificate) => {
    const outcome = await validatePath({
      certificate: parsed,
      intermediates: [],
      anchors: [anchor],
      at: now,
      keyUsage: 'digitalSignature',
      revocation: source,
    });
    if (outcome.status !== 'verified') throw new Error(outcome.reasons[0]?.code);
  };
  await judge(byResponder);
  const byStaple = stapledRevocationSource([answer]);
  return [
    {
      ...(await measure(`read a certificate, its path, its cached list of ${listLines} lines`, 200, () =>
        judge(byList, value(parseCertificate(der))),
      )),
      budget: warmBudget,
    },
    await measure('the same, certificate read before', 200, () => judge(byList)),
    {
      ...(await measure('read a certificate, its path, a stapled OCSP answer', 200, () =>
        judge(byStaple, value(parseCertificate(der))),
      )),
      budget: warmBudget,
    },
    await measure('ask by OCSP (both sides, the responder’s signature too)', 100, () => judge(byResponder)),
    await measure(`read a list of ${listLines} lines, and check its signature`, 15, () =>
      judge(
        createListRevocationSource({ lookup: revocationListsAtHand([value(parseRevocationList(listDer))]) }),
      ),
    ),
  ];
}
