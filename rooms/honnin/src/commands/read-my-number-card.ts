import { randomBytes } from 'node:crypto';
import { type CardConnection, type MyNumberCard, openDocument } from '@honnin/card';
import { verifyCardFace, verifyTextAttributes } from '@honnin/identification';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import {
  type CardIssuerAnchor,
  parseCertificate,
  type UnverifiedCertificate,
  validatePath,
} from '@honnin/pki';
import { type Trust, trustOf, wholeTrust } from './card-trust.ts';

/** Whom the reading trusts; empty lists mean that nothing can be verified. */
export interface CardAnchors {
  readonly authentication: readonly UnverifiedCertificate[];
  readonly signature: readonly UnverifiedCertificate[];
  readonly cardFace: readonly CardIssuerAnchor[];
  readonly textInput: readonly CardIssuerAnchor[];
  readonly residenceCard: readonly UnverifiedCertificate[];
}

/** A certificate of the card as commands print it. */
export interface CertificateReading {
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly trust: Trust;
}

/** What `honnin card read --json` prints, without the photo's bytes. */
interface CardReading extends Trust {
  readonly document: 'my-number-card';
  readonly readerName: string;
  readonly serial: string | null;
  readonly municipalityCode: string | null;
  readonly certificate: CertificateReading;
  readonly pinTriesLeft: number | null;
  /** Null, as photo and proof, when no matching number was given. */
  readonly attributes: {
    readonly name: string | null;
    readonly address: string | null;
    readonly birthDate: string;
    readonly sex: string;
    /** Not covered by the record's signature. */
    readonly unsignedExpiryDate: string;
    readonly trust: Trust;
  } | null;
  readonly photo: { readonly format: 'jp2'; readonly bytes: number } | null;
  readonly proof: {
    /** The signed record, and the card's own key over a fresh challenge, in one exclusive session. */
    readonly kind: 'card-session';
    readonly challenge: string;
    readonly keySignature: string;
    readonly trust: Trust;
  } | null;
}

/** A reading and the photo that belongs to it; the caller wipes the photo. */
export interface CardReadingWithPhoto {
  readonly reading: CardReading;
  readonly photo: Uint8Array | null;
}

interface ReadingOptions {
  readonly card: MyNumberCard;
  readonly readerName: string;
  readonly anchors: CardAnchors;
  readonly matchingNumberB: Uint8Array | null;
  readonly now: Date;
  readonly spendLastTry?: boolean;
  /** Hears what is read now: `share` of the whole, 0 to 1. */
  readonly progress?: (text: string, share: number) => void;
}

/** Reads what the card gives without a secret and, with matching number B, its records, all of them judged. */
export async function readMyNumberCard(options: ReadingOptions): Promise<Attempt<CardReadingWithPhoto>> {
  const { card, readerName, anchors, now, progress = () => undefined } = options;
  progress('reading the certificate', 0.1);
  const der = await card.readAuthenticationCertificate();
  if (der.status === 'failed') return der;
  const certificate = await judgeCertificate(der.value, anchors.authentication, now);
  if (certificate.status === 'failed') return certificate;
  const pinTries = await card.triesLeft('authentication-pin');
  const common = await card.readCommonRecord();
  const records = options.matchingNumberB === null ? done(null) : await readRecords(options);
  if (records.status === 'failed') return records;
  progress('read', 1);
  const { attributes = null, photo = null, proof = null } = records.value ?? {};
  const trusts = [certificate.value, proof, attributes].flatMap((part) =>
    part === null ? [] : [part.trust],
  );
  return done({
    reading: {
      ...wholeTrust(trusts),
      document: 'my-number-card',
      readerName,
      serial: common.status === 'done' ? common.value.serial : null,
      municipalityCode: common.status === 'done' ? common.value.municipalityCode : null,
      certificate: certificate.value,
      pinTriesLeft: pinTries.status === 'done' ? pinTries.value : null,
      attributes,
      photo: photo === null ? null : { format: 'jp2', bytes: photo.length },
      proof,
    },
    photo,
  });
}

/** Opens a My Number card; any other card fails with what it looks like. */
export async function openMyNumberCardOnly(connection: CardConnection): Promise<Attempt<MyNumberCard>> {
  const opened = await openDocument(connection);
  if (opened.status === 'failed') return opened;
  const document = opened.value;
  if (document.kind === 'my-number-card') return done(document.card);
  return failed(
    document.kind === 'other'
      ? document.looksLike
      : reason('card-not-my-number', `this is a ${document.kind.replace('-', ' ')}`),
  );
}

/** Reads a certificate and validates its path to one of the anchors. */
export async function judgeCertificate(
  der: Uint8Array,
  anchors: readonly UnverifiedCertificate[],
  now: Date,
): Promise<Attempt<CertificateReading>> {
  const certificate = parseCertificate(der);
  if (certificate.status === 'failed') return certificate;
  const { subject, issuer, serialNumber, notBefore, notAfter } = certificate.value;
  const path = await validatePath({
    certificate: certificate.value,
    intermediates: [],
    anchors,
    at: now,
    keyUsage: 'digitalSignature',
  });
  return done({
    subject: subject.text,
    issuer: issuer.text,
    serialNumber,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    // Nobody was asked whether it is revoked: a terminal's visit asks, this command does not.
    trust: { status: path.status, reasons: [...path.reasons, reason('revocation-unknown', 'not asked')] },
  });
}

type Records = Pick<CardReading, 'attributes' | 'proof'> & { readonly photo: Uint8Array | null };

/** Card face and text attributes by one matching number, which is presented to the second after the first took it. */
async function readRecords(options: ReadingOptions): Promise<Attempt<Records>> {
  const { card, anchors, matchingNumberB, progress = () => undefined } = options;
  if (matchingNumberB === null) return failed(reason('matching-number-incomplete'));
  const spend = { spendLastTry: options.spendLastTry === true };
  const opened = await card.openCardFace(matchingNumberB, spend);
  if (opened.status === 'failed') return opened;
  if (opened.value.kind === 'locked') return failed(reason('matching-number-locked'));
  if (opened.value.kind === 'wrong')
    return failed(reason('matching-number-wrong', `${opened.value.triesLeft} tries left`));
  progress('reading the photo', 0.2);
  const record = await card.readCardFace();
  if (record.status === 'failed') return record;
  using cardFace = record.value;
  const issuerCertificate = await card.readCardFaceIssuer();
  if (issuerCertificate.status === 'failed') return issuerCertificate;
  progress('asking the card to prove itself', 0.6);
  const challenge = new Uint8Array(randomBytes(32));
  const keySignature = await card.proveCardFaceKey(challenge);
  if (keySignature.status === 'failed') return keySignature;
  const verdict = verifyCardFace({
    cardFace,
    issuerCertificate: issuerCertificate.value,
    anchors: anchors.cardFace,
    challenge,
    keySignature: keySignature.value,
  });
  progress('reading name and address', 0.8);
  const text = await readText(card, matchingNumberB, anchors.textInput, spend);
  // Not every card may have them, and its face is read by now: what is missing is said, and not more.
  const given = text.status === 'failed' ? null : text.value;
  const differ =
    given !== null && (given.birthDate !== cardFace.birthDate || given.sex !== cardFace.sex)
      ? [{ status: 'rejected' as const, reasons: [reason('card-records-differ')] }]
      : [];
  const missing =
    text.status === 'failed' ? [{ status: 'undetermined' as const, reasons: [text.reason] }] : [];
  return done({
    attributes: {
      name: given?.name ?? null,
      address: given?.address ?? null,
      birthDate: cardFace.birthDate,
      sex: cardFace.sex,
      unsignedExpiryDate: cardFace.expiryDate,
      trust: wholeTrust([...(given === null ? missing : [given.trust]), ...differ]),
    },
    photo: cardFace.photo === null ? null : Uint8Array.from(cardFace.photo),
    proof: {
      kind: 'card-session',
      challenge: Buffer.from(challenge).toString('base64'),
      keySignature: Buffer.from(keySignature.value).toString('base64'),
      // The record's key and the certificate were met in one session; nothing on the card ties them together.
      trust: { status: verdict.status, reasons: [...verdict.reasons, reason('card-session-by-terminal')] },
    },
  });
}

async function readText(
  card: MyNumberCard,
  matchingNumberB: Uint8Array,
  anchors: readonly CardIssuerAnchor[],
  spend: { readonly spendLastTry: boolean },
) {
  const read = await card.readTextAttributes({ matchingNumberB }, spend);
  if (read.status === 'failed') return read;
  const issuerCertificate = await card.readTextInputIssuer();
  if (issuerCertificate.status === 'failed') return issuerCertificate;
  const { name, address, birthDate, sex } = read.value;
  const verdict = verifyTextAttributes({
    attributes: read.value,
    issuerCertificate: issuerCertificate.value,
    anchors,
  });
  return done({ name, address, birthDate, sex, trust: trustOf(verdict) });
}
