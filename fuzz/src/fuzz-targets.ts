import type { FuzzTarget } from './fuzz-target.ts';
import { apduResponses } from './targets/apdu-responses.ts';
import { berTlv } from './targets/ber-tlv.ts';
import { cardVerifiableCertificate } from './targets/card-verifiable-certificate.ts';
import { jpeg2000 } from './targets/jpeg-2000.ts';
import { residenceCard } from './targets/residence-card.ts';
import { revocationList } from './targets/revocation-list.ts';
import { statusResponse } from './targets/status-response.ts';
import { x509Certificate } from './targets/x509-certificate.ts';

/** Every reader of bytes that a stranger wrote. */
export const fuzzTargets: readonly FuzzTarget[] = [
  berTlv,
  apduResponses,
  cardVerifiableCertificate,
  x509Certificate,
  revocationList,
  statusResponse,
  residenceCard,
  jpeg2000,
];
