import { done } from '@honnin/outcome';
import {
  createResponderRevocationSource,
  parseCertificate,
  parseStatusResponse,
  pkiFailures,
  stapledRevocationSource,
} from '@honnin/pki';
import { type FuzzTarget, mustHold } from '../fuzz-target.ts';
import { mustFailByName } from '../must-fail-by-name.ts';
import { at, testIssuer } from '../test-issuer.ts';

async function question() {
  const { authority, card } = await testIssuer();
  const certificate = parseCertificate(card.authenticationCertificate);
  mustHold(certificate.status === 'done', 'the sample certificate is broken');
  return { certificate: certificate.value, issuer: authority.anchors.authentication };
}

let made: Promise<Uint8Array> | undefined;
/** What the authority's responder answers about the sample card. */
function answer(): Promise<Uint8Array> {
  made ??= (async () => {
    const { authority } = await testIssuer();
    const { certificate, issuer } = await question();
    let response = new Uint8Array();
    const source = createResponderRevocationSource({
      addressOf: () => 'http://responder.test/',
      random: (length) => new Uint8Array(length).fill(7),
      fetchOctets: async (_address, sent) => {
        mustHold(sent !== undefined, 'the responder is asked nothing');
        response = Uint8Array.from(await authority.statusResponse(sent.body, at));
        return done(response);
      },
    });
    const status = await source.statusOf(certificate, issuer, at);
    mustHold(status.kind === 'good', 'the responder does not know the sample card');
    return response;
  })();
  return made;
}

/** OCSP responses (RFC 6960 §4.2), stapled: what nobody signed says nothing about a certificate. */
export const statusResponse: FuzzTarget = {
  name: 'status-response',
  // The second is a refusal, tryLater.
  samples: async () => [await answer(), Uint8Array.of(0x30, 0x03, 0x0a, 0x01, 0x03)],
  read: async (input) => {
    mustFailByName(parseStatusResponse(input), pkiFailures);
    const { certificate, issuer } = await question();
    const status = await stapledRevocationSource([input]).statusOf(certificate, issuer, at);
    if (status.kind === 'unknown') {
      mustHold(status.reason.code in pkiFailures, `reason ${status.reason.code} is in no failure table`);
      return;
    }
    mustHold(Buffer.from(await answer()).equals(input), 'an answer that nobody signed was believed');
  },
};
