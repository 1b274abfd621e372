import { randomBytes } from 'node:crypto';
import { type CardConnection, type MyNumberCard, openMyNumberCard } from '@honnin/card';
import { verifyCardFace } from '@honnin/identification';
import { type Attempt, done, failed, type OutcomeStatus, type Reason, reason } from '@honnin/outcome';
import {
  type CardIssuerAnchor,
  parseCertificate,
  type UnverifiedCertificate,
  validatePath,
} from '@honnin/pki';

/** Whom the reading trusts; empty lists mean that nothing can be verified. */
export interface CardAnchors {
  readonly authentication: readonly UnverifiedCertificate[];
  readonly cardFace: readonly CardIssuerAnchor[];
}

interface Trust {
  readonly status: OutcomeStatus;
  readonly reasons: readonly Reason[];
}

/** What `honnin card read --json` prints, without the photo's bytes. */
interface CardReading {
  readonly document: 'my-number-card';
  readonly readerName: string;
  readonly serial: string | null;
  readonly municipalityCode: string | null;
  readonly certificate: {
    subject: string;
    serialNumber: string;
    notBefore: string;
    notAfter: string;
    trust: Trust;
  };
  readonly pinTriesLeft: number | null;
  /** Null when no matching number was given. */
  readonly cardFace: {
    readonly birthDate: string;
    readonly sex: string;
    /** Not covered by the record's signature. */
    readonly expiryDate: string;
    readonly photoBytes: number;
    readonly proof: 'record-signature-and-card-key';
    readonly trust: Trust;
  } | null;
}

/** A reading and the photo that belongs to it; the caller wipes the photo. */
export interface CardReadingWithPhoto {
  readonly reading: CardReading;
  readonly photo: Uint8Array | null;
}

/** Reads what the card gives without a secret and, with matching number B, its verified card-face record. */
export async function readMyNumberCard(options: {
  readonly connection: CardConnection;
  readonly anchors: CardAnchors;
  readonly matchingNumberB: Uint8Array | null;
  readonly now: Date;
}): Promise<Attempt<CardReadingWithPhoto>> {
  const opened = await openMyNumberCard(options.connection);
  if (opened.status === 'failed') return opened;
  const card = opened.value;
  const der = await card.readAuthenticationCertificate();
  if (der.status === 'failed') return der;
  const certificate = parseCertificate(der.value);
  if (certificate.status === 'failed') return certificate;
  const path = await validatePath({
    certificate: certificate.value,
    intermediates: [],
    anchors: options.anchors.authentication,
    at: options.now,
    keyUsage: 'digitalSignature',
  });
  const pinTries = await card.triesLeft('authentication-pin');
  const common = await card.readCommonRecord();
  const face =
    options.matchingNumberB === null
      ? done(null)
      : await readFace(card, options.matchingNumberB, options.anchors.cardFace);
  if (face.status === 'failed') return face;
  const { subject, serialNumber, notBefore, notAfter } = certificate.value;
  return done({
    reading: {
      document: 'my-number-card',
      readerName: options.connection.readerName,
      serial: common.status === 'done' ? common.value.serial : null,
      municipalityCode: common.status === 'done' ? common.value.municipalityCode : null,
      certificate: {
        subject: subject.text,
        serialNumber,
        notBefore: notBefore.toISOString(),
        notAfter: notAfter.toISOString(),
        trust: { status: path.status, reasons: path.reasons },
      },
      pinTriesLeft: pinTries.status === 'done' ? pinTries.value : null,
      cardFace: face.value?.reading ?? null,
    },
    photo: face.value?.photo ?? null,
  });
}

interface FaceReading {
  readonly reading: NonNullable<CardReading['cardFace']>;
  readonly photo: Uint8Array | null;
}

async function readFace(
  card: MyNumberCard,
  matchingNumberB: Uint8Array,
  anchors: readonly CardIssuerAnchor[],
): Promise<Attempt<FaceReading>> {
  const opened = await card.openCardFace(matchingNumberB);
  if (opened.status === 'failed') return opened;
  if (opened.value.kind === 'locked') return failed(reason('matching-number-locked'));
  if (opened.value.kind === 'wrong') {
    return failed(reason('matching-number-wrong', `${opened.value.triesLeft} tries left`));
  }
  const record = await card.readCardFace();
  if (record.status === 'failed') return record;
  using cardFace = record.value;
  const issuer = await card.readCardFaceIssuer();
  if (issuer.status === 'failed') return issuer;
  const challenge = new Uint8Array(randomBytes(32));
  const answer = await card.proveCardFaceKey(challenge);
  if (answer.status === 'failed') return answer;
  const verdict = verifyCardFace({
    cardFace,
    issuerCertificate: issuer.value,
    anchors,
    challenge,
    keySignature: answer.value,
  });
  return done({
    reading: {
      birthDate: cardFace.birthDate,
      sex: cardFace.sex,
      expiryDate: cardFace.expiryDate,
      photoBytes: cardFace.photo?.length ?? 0,
      proof: 'record-signature-and-card-key',
      trust: { status: verdict.status, reasons: verdict.reasons },
    },
    photo: cardFace.photo === null ? null : Uint8Array.from(cardFace.photo),
  });
}
