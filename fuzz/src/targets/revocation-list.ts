import {
  createListRevocationSource,
  parseCertificate,
  parseRevocationList,
  pkiFailures,
  revocationListsAtHand,
} from '@honnin/pki';
import { type FuzzTarget, mustHold } from '../fuzz-target.ts';
import { mustFailByName } from '../must-fail-by-name.ts';
import { at, testIssuer } from '../test-issuer.ts';

async function lists(): Promise<readonly Uint8Array[]> {
  made ??= (async () => {
    const { authority } = await testIssuer();
    const empty = await authority.certificateRevocationList(at);
    for (let i = 1; i <= 5; i++)
      authority.revoke(`${i}a0b0c0d`, new Date(at.getTime() - i * 86_400_000), {
        reason: i === 1 ? 'certificate-hold' : 'key-compromise',
      });
    return [empty, await authority.certificateRevocationList(at)];
  })();
  return made;
}
let made: Promise<readonly Uint8Array[]> | undefined;

/** Revocation lists (RFC 5280 §5): no list that was tampered with says anything about a certificate. */
export const revocationList: FuzzTarget = {
  name: 'revocation-list',
  samples: lists,
  read: async (input) => {
    const parsed = parseRevocationList(input);
    mustFailByName(parsed, pkiFailures);
    if (parsed.status === 'failed') return;
    const { authority, card } = await testIssuer();
    const certificate = parseCertificate(card.authenticationCertificate);
    mustHold(certificate.status === 'done', 'the sample certificate is broken');
    const source = createListRevocationSource({ lookup: revocationListsAtHand([parsed.value]) });
    const status = await source.statusOf(certificate.value, authority.anchors.authentication, at);
    if (status.kind === 'unknown') {
      mustHold(status.reason.code in pkiFailures, `reason ${status.reason.code} is in no failure table`);
      return;
    }
    const published = await lists();
    mustHold(
      published.some((der) => Buffer.from(der).equals(input)),
      'a list that nobody signed was believed',
    );
  },
};
