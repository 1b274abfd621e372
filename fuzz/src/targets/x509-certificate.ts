import { parseCertificate, pkiFailures, validatePath } from '@honnin/pki';
import { type FuzzTarget, mustHold } from '../fuzz-target.ts';
import { mustFailByName } from '../must-fail-by-name.ts';
import { at, testIssuer } from '../test-issuer.ts';

async function certificates(): Promise<readonly Uint8Array[]> {
  const { authority, card } = await testIssuer();
  const { authentication, signature, terminal } = authority.anchors;
  return [
    card.authenticationCertificate,
    ...(card.signatureCertificate === null ? [] : [card.signatureCertificate]),
    authentication.der,
    signature.der,
    terminal.der,
  ];
}

/** Certificates (RFC 5280 §4) and the path to an anchor: no changed byte is ever verified. */
export const x509Certificate: FuzzTarget = {
  name: 'x509-certificate',
  samples: certificates,
  read: async (input) => {
    const parsed = parseCertificate(input);
    mustFailByName(parsed, pkiFailures);
    if (parsed.status === 'failed') return;
    const { authority } = await testIssuer();
    const outcome = await validatePath({
      certificate: parsed.value,
      intermediates: [parsed.value],
      anchors: [authority.anchors.authentication, authority.anchors.signature],
      at,
      keyUsage: 'digitalSignature',
    });
    mustFailByName(outcome, pkiFailures);
    if (outcome.status !== 'verified') return;
    const issued = await certificates();
    mustHold(
      issued.some((der) => Buffer.from(der).equals(input)),
      'a certificate that nobody issued was verified',
    );
  },
};
