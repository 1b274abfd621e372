import { AID, JPKI_FILE } from '@honnin/card';
import type { ApplicationRecord } from '../issuing/card-record.ts';
import { application, file, key, openedBy, secret } from './application-parts.ts';
import type { CardPlan } from './card-plan.ts';
import { withFiller } from './filler.ts';
import { tokenInfo } from './token-info.ts';

const present = 0x8f;
/** Files that real cards have, whose content nobody has read; 0016 takes the certificate of a certified reader. */
const unreadFiles = [0x0005, 0x0009, 0x0010, 0x0016, 0x0019, 0x001c, 0x001e];

/** The JPKI application: two certificates with their keys and authorities, token information, PINs. */
export function jpkiApplication(plan: CardPlan): ApplicationRecord {
  const { authority, holder, keys, signatureCertificate } = plan;
  const availability = Uint8Array.of(signatureCertificate === null ? 0 : present, present, 0);
  const free = [
    file(JPKI_FILE.signatureAuthority, 'free', withFiller(authority.anchors.signature.der)),
    file(JPKI_FILE.tokenInfo, 'free', tokenInfo(plan.serial)),
    file(JPKI_FILE.certificateAvailability, 'free', availability),
    file(JPKI_FILE.authenticationCertificate, 'free', withFiller(plan.authenticationCertificate)),
    file(JPKI_FILE.authenticationAuthority, 'free', withFiller(authority.anchors.authentication.der)),
  ];
  const guarded =
    signatureCertificate === null
      ? []
      : [
          file(
            JPKI_FILE.signatureCertificate,
            openedBy(JPKI_FILE.signaturePassword),
            withFiller(signatureCertificate),
          ),
        ];
  return application('jpki', AID.jpki, {
    files: [...guarded, ...free, ...unreadFiles.map((id) => file(id, 'never', new Uint8Array(16)))],
    secrets: [
      secret(JPKI_FILE.authenticationPin, holder.pin, 3, 'reference-data'),
      secret(JPKI_FILE.signaturePassword, holder.signaturePassword, 5, 'reference-data'),
    ],
    keys: [
      key(JPKI_FILE.authenticationKey, keys.authentication, { sign: openedBy(JPKI_FILE.authenticationPin) }),
      key(JPKI_FILE.signatureKey, keys.signature, { sign: openedBy(JPKI_FILE.signaturePassword) }),
    ],
  });
}
