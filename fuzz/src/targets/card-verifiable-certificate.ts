import { decodeCardVerifiableCertificate, pkiFailures, verifyCardVerifiableCertificate } from '@honnin/pki';
import { type FuzzTarget, mustHold } from '../fuzz-target.ts';
import { mustFailByName } from '../must-fail-by-name.ts';
import { testIssuer } from '../test-issuer.ts';

/** The card issuer's own certificate (object 7F21): what verifies is what was issued. */
export const cardVerifiableCertificate: FuzzTarget = {
  name: 'card-verifiable-certificate',
  samples: async () => {
    const { authority } = await testIssuer();
    return [authority.cardFaceCertificate, authority.textInputCertificate];
  },
  read: async (input) => {
    mustFailByName(decodeCardVerifiableCertificate(input), pkiFailures);
    const { authority } = await testIssuer();
    const { cardFace, textInput } = authority.anchors;
    const outcome = verifyCardVerifiableCertificate(input, [cardFace, textInput]);
    mustFailByName(outcome, pkiFailures);
    if (outcome.status !== 'verified') return;
    const issued = [authority.cardFaceCertificate, authority.textInputCertificate];
    mustHold(
      issued.some((bytes) => Buffer.from(bytes).equals(input)),
      'a card issuer that nobody certified was verified',
    );
  },
};
