import { createPrivateKey } from 'node:crypto';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import {
  assembleTestResidenceCardIssuer,
  type TestResidenceCardIssuer,
  type TestResidenceCardSigner,
} from './test-residence-card-issuer.ts';
import {
  type TestResidenceCardIssuerRecord,
  testResidenceCardIssuerRecord,
} from './test-residence-card-issuer-record.ts';

/** Restores an issuer from what `toJson` gave. Fails with `test-authority-record-malformed`. */
export function restoreTestResidenceCardIssuer(record: unknown): Attempt<TestResidenceCardIssuer> {
  const schema = Compile(testResidenceCardIssuerRecord);
  if (!schema.Check(record))
    return failed(reason('test-authority-record-malformed', 'residence card issuer'));
  try {
    return done(
      assembleTestResidenceCardIssuer({ first: signerOf(record.first), second: signerOf(record.second) }),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(reason('test-authority-record-malformed', detail));
  }
}

function signerOf(record: TestResidenceCardIssuerRecord['first']): TestResidenceCardSigner {
  const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
  const authority = parseCertificate(bytes(record.authority));
  if (authority.status === 'failed') throw new Error(authority.reason.detail);
  const cardKey = createPrivateKey({
    key: Buffer.from(record.cardKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  return { authority: authority.value, certificate: bytes(record.certificate), cardKey };
}
