import { createPublicKey, randomBytes } from 'node:crypto';
import { matchingNumberB } from '@honnin/card';
import type { TestAuthority } from '@honnin/pki';
import { cardFaceApplication } from '../files/card-face-application.ts';
import type { CardPlan } from '../files/card-plan.ts';
import { commonApplication, residentRegisterApplication } from '../files/common-application.ts';
import { issuerSecurityDomain } from '../files/issuer-security-domain.ts';
import { jpkiApplication } from '../files/jpki-application.ts';
import { textInputApplication } from '../files/text-input-application.ts';
import { verifierExtensionApplication } from '../files/verifier-extension-application.ts';
import type { CardHolder } from './card-holder.ts';
import { type CardKeys, createCardKeys } from './card-keys.ts';
import type { CardRecord } from './card-record.ts';
import { checkHolder } from './check-holder.ts';

export interface IssuedCard {
  readonly record: CardRecord;
  /** X.509 DER. */
  readonly authenticationCertificate: Uint8Array;
  /** X.509 DER; null for a card without a signature password. */
  readonly signatureCertificate: Uint8Array | null;
}

export interface IssueOptions {
  readonly authority: TestAuthority;
  readonly holder: CardHolder;
  readonly now: Date;
  /** Keys made elsewhere; those left out are made now. */
  readonly keys?: Partial<CardKeys>;
  /** Whether the card has our extension for signing without a PIN; 'offered' when left out. */
  readonly verifierExtension?: 'offered' | 'absent';
  readonly random?: (length: number) => Uint8Array;
}

/** Contact ATR of T=1 cards without historical bytes; OpenSC knows it as a JPKI card. */
const atr = Uint8Array.of(0x3b, 0xe0, 0x00, 0xff, 0x81, 0x31, 0xfe, 0x45, 0x14);

/**
 * Issues a My Number card of the test authority: certificates, signed records, secrets with full counters.
 * Throws a RangeError on a holder whose fields no card could carry.
 */
export async function issueTestCard(options: IssueOptions): Promise<IssuedCard> {
  const { authority, holder, now, verifierExtension = 'offered', random = randomBytes } = options;
  checkHolder(holder);
  const keys = await createCardKeys(options.keys);
  const { notBefore, notAfter } = holder.certificate ?? { notBefore: now, notAfter: yearsAfter(now, 5) };
  const authenticationCertificate = await authority.issueAuthenticationCertificate({
    publicKey: createPublicKey(keys.authentication),
    commonName: characters(random, 23, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    notBefore,
    notAfter,
  });
  const signatureCertificate =
    holder.signaturePassword === undefined
      ? null
      : await authority.issueSignatureCertificate({
          publicKey: createPublicKey(keys.signature),
          commonName: characters(random, 23, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          locality: 'Honnin-shi',
          name: holder.name,
          address: holder.address,
          birthDate: holder.birthDate,
          sex: holder.sex === '1' || holder.sex === '2' ? holder.sex : '3',
          notBefore,
          notAfter,
        });
  const plan: CardPlan = {
    authority,
    holder,
    keys,
    authenticationCertificate,
    signatureCertificate,
    matchingNumberB: matchingNumberB({
      birthDate: holder.birthDate,
      expiryYear: Number(holder.expiryDate.slice(0, 4)),
      securityCode: holder.securityCode,
    }),
    serial: characters(random, 15, '0123456789'),
    atr,
  };
  const record: CardRecord = {
    format: 'honnin-card/1',
    printed: {
      id: holder.id,
      name: holder.name,
      birthDate: holder.birthDate,
      expiryDate: holder.expiryDate,
      securityCode: holder.securityCode,
    },
    atr: Buffer.from(atr).toString('base64'),
    applications: [
      issuerSecurityDomain(plan),
      jpkiApplication(plan),
      cardFaceApplication(plan),
      textInputApplication(plan),
      commonApplication(plan),
      residentRegisterApplication(plan),
      ...(verifierExtension === 'offered' ? [verifierExtensionApplication(plan)] : []),
    ],
  };
  return { record, authenticationCertificate, signatureCertificate };
}

function yearsAfter(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

function characters(random: (length: number) => Uint8Array, length: number, alphabet: string): string {
  return Array.from(random(length), (byte) => alphabet[byte % alphabet.length]).join('');
}
