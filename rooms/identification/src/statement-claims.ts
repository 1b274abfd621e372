import { Instant, Reason } from '@honnin/insurance';
import { type Static, Type } from 'typebox';

/** JWS header `typ` of an identification statement. */
export const statementType = 'honnin-identification+jws';

/** Identifies the eligibility service as the audience of a statement. */
export const eligibilityAudience = 'urn:honnin:service:eligibility';

/** A statement older than this is not to be accepted; a terminal hands it over well before. */
export const statementLifetimeMs = 10 * 60_000;

const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 16_384 });

/** How the person was identified. */
export const IdentificationMethod = Type.Union([
  Type.Literal('face'),
  Type.Literal('pin'),
  Type.Literal('staff'),
]);
export type IdentificationMethod = Static<typeof IdentificationMethod>;

/**
 * What showed that the card was there, and answered this very request: `challenge` is
 * `cardChallenge({ audience, nonce, issuedAt })`, 32 bytes.
 * - `jpki-signature`: PKCS#1 v1.5 with SHA-256 of the authentication certificate's key, whose SHA-256 hash is
 *   the challenge itself.
 * - `card-session`: signature of the card-face application's own key over the challenge (hashed again by the
 *   card), with the key's place in the signed record. That this key and the certificate sit on one card is
 *   the terminal's word: it read both in one exclusive session.
 */
export const CardProof = Type.Union([
  Type.Object({
    kind: Type.Literal('jpki-signature'),
    challenge: Base64,
    signature: Base64,
    authorisedBy: Type.Union([Type.Literal('pin'), Type.Literal('verifier-extension')]),
  }),
  Type.Object({
    kind: Type.Literal('card-session'),
    challenge: Base64,
    signature: Base64,
    /** The card's own key (DF24), big-endian, base64. */
    publicKey: Type.Object({ exponent: Base64, modulus: Base64 }),
    /**
     * Birth date of the signed record. Nothing on the card ties record and certificate together: a service that
     * knows whose the certificate is compares.
     */
    birthDate: Type.Optional(Type.String({ format: 'date' })),
  }),
]);
export type CardProof = Static<typeof CardProof>;

/**
 * What showed that a residence card was there. The card answered nothing: its chip has no key. `checkCode` is its
 * issuer's signature over `digest` (SHA-256 of photo and front, or entries, photo and name, which stay with the
 * terminal) by the key of `certificate`. That this card lay there, and no copy of it, is the terminal's word, and
 * the terminal itself cannot tell a copy.
 */
const IssuerSignatureProof = Type.Object({
  kind: Type.Literal('issuer-signature'),
  digest: Base64,
  checkCode: Base64,
  /** The issuer's certificate, DER in base64; it names nobody. */
  certificate: Base64,
});

/** The face result without image and template (ISO/IEC 30107-3 terms for liveness). */
export const FaceClaim = Type.Object({
  model: Type.Object({ name: Type.String(), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  threshold: Type.Number(),
  /** Of one comparison at `threshold`. */
  falseMatchRate: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  /** Attempts in a row that this was the last of, those of earlier visits included. */
  tries: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Of the whole: that somebody else would have been taken for the holder in one of the `tries`. */
  attemptFalseMatchRate: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
  similarity: Type.Optional(Type.Number({ minimum: -1, maximum: 1.001 })),
  frames: Type.Integer({ minimum: 0 }),
  liveness: Type.Object({
    status: Type.Union([Type.Literal('verified'), Type.Literal('rejected'), Type.Literal('undetermined')]),
    passive: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    headTurn: Type.Union([Type.Literal('met'), Type.Literal('not-met'), Type.Literal('not-asked')]),
    eyes: Type.Union([Type.Literal('open'), Type.Literal('blinked'), Type.Literal('not-seen')]),
    /** The way without turning the head. */
    leanIn: Type.Optional(
      Type.Union([Type.Literal('met'), Type.Literal('not-met'), Type.Literal('not-asked')]),
    ),
    /** Whether the frames came as a camera's do. */
    stream: Type.Optional(
      Type.Union([Type.Literal('live'), Type.Literal('suspect'), Type.Literal('unknown')]),
    ),
  }),
  /** Named rules that did not judge here; a service accepts only those it lists itself. */
  relaxed: Type.Array(Type.String({ maxLength: 80 })),
});
export type FaceClaim = Static<typeof FaceClaim>;

/** The member of staff who looked at person and photo. */
export const StaffClaim = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }), at: Instant });
export type StaffClaim = Static<typeof StaffClaim>;

export const MyNumberCardClaim = Type.Object({
  kind: Type.Literal('my-number-card'),
  /** The authentication certificate, DER in base64. */
  certificate: Base64,
  proof: CardProof,
});
export type MyNumberCardClaim = Static<typeof MyNumberCardClaim>;

const Day = Type.Union([Type.String({ format: 'date' }), Type.Null()]);

/** A residence card, or a special permanent resident certificate. */
export const ResidenceCardClaim = Type.Object({
  kind: Type.Literal('residence-card'),
  generation: Type.Union([Type.Literal('first'), Type.Literal('second')]),
  /** The card number; front and chip have the same. */
  number: Type.String({ pattern: '^[A-Z]{2}[0-9]{8}[A-Z]{2}$' }),
  /** As far as the chip tells them as text: nothing in the first generation. */
  attributes: Type.Object({
    birthDate: Day,
    sex: Type.Union([
      Type.Literal('0'),
      Type.Literal('1'),
      Type.Literal('2'),
      Type.Literal('9'),
      Type.Null(),
    ]),
    nationality: Type.Union([Type.String({ maxLength: 3 }), Type.Null()]),
    expiryDate: Day,
  }),
  proof: IssuerSignatureProof,
});
export type ResidenceCardClaim = Static<typeof ResidenceCardClaim>;

/** Payload of an identification statement; `iat` in whole seconds since 1970 (RFC 7519 4.1.6). */
export const StatementClaims = Type.Object({
  iss: Type.String({ minLength: 1, maxLength: 64 }),
  aud: Type.String({ minLength: 1, maxLength: 200 }),
  jti: Type.String({ format: 'uuid' }),
  iat: Type.Integer({ minimum: 0 }),
  nonce: Type.String({ minLength: 16, maxLength: 128 }),
  method: IdentificationMethod,
  /** The document, by its kind. */
  card: Type.Union([MyNumberCardClaim, ResidenceCardClaim]),
  face: Type.Optional(FaceClaim),
  staff: Type.Optional(StaffClaim),
  /** What a reader of the statement should know besides; codes out of the failure tables. */
  remarks: Type.Array(Reason, { maxItems: 32 }),
});
export type StatementClaims = Static<typeof StatementClaims>;
