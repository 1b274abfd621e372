import { type Static, Type } from 'typebox';

const Base64 = Type.String({
  maxLength: 80_000,
  pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
});
/** File identifier 0001 to 001E: its low five bits are the short identifier (ISO/IEC 7816-4 8.2.2). */
const FileId = Type.String({ pattern: '^00(?:0[1-9A-F]|1[0-9A-E])$' });
const Tag = Type.String({ pattern: '^[0-9A-F]{4}$' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

const closed = { additionalProperties: false } as const;

/** Who may read a file or use a key: anybody, nobody, or whoever verified one of these key EFs. */
const AccessRule = Type.Union([
  Type.Literal('free'),
  Type.Literal('never'),
  Type.Object({ anyOf: Type.Array(FileId, { minItems: 1, maxItems: 8 }) }, closed),
]);

const FileRecord = Type.Object({ id: FileId, read: AccessRule, content: Base64 }, closed);

const RecordFileRecord = Type.Object(
  { id: FileId, read: AccessRule, records: Type.Array(Base64, { maxItems: 254 }) },
  closed,
);

/** A key EF that is verified against; a null value is never matched (the key is blocked for good). */
const SecretRecord = Type.Object(
  {
    id: FileId,
    value: Type.Union([Base64, Type.Null()]),
    triesAllowed: Type.Integer({ minimum: 0, maximum: 15 }),
    triesLeft: Type.Integer({ minimum: 0, maximum: 15 }),
    /** How the holder may change it: ISO CHANGE REFERENCE DATA, the card's own CHANGE KEY, or not at all. */
    change: Type.Union([Type.Literal('reference-data'), Type.Literal('key'), Type.Literal('never')]),
  },
  closed,
);

const KeyRecord = Type.Object(
  {
    id: FileId,
    /** RSA private key, PKCS #8 DER. */
    privateKey: Base64,
    sign: AccessRule,
    internalAuthenticate: AccessRule,
    /** The key that P2 = 00 of COMPUTE DIGITAL SIGNATURE means in this application. */
    isDefault: Type.Optional(Type.Boolean()),
  },
  closed,
);

const ApplicationRecord = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    aid: Type.String({ pattern: '^(?:[0-9A-F]{2}){5,16}$' }),
    files: Type.Array(FileRecord, { maxItems: 30 }),
    recordFiles: Type.Array(RecordFileRecord, { maxItems: 30 }),
    secrets: Type.Array(SecretRecord, { maxItems: 30 }),
    keys: Type.Array(KeyRecord, { maxItems: 30 }),
    /** Private half of the key that session keys are delivered under, PKCS #8 DER; none: no secure messaging. */
    sessionKeyDelivery: Type.Optional(Base64),
    /** Answers to GET DATA. */
    dataObjects: Type.Array(Type.Object({ tag: Tag, content: Base64 }, closed), { maxItems: 64 }),
  },
  closed,
);

/**
 * A whole card as JSON: what is printed on it, its applications with files, secrets, counters and keys.
 * It is a test card's image; it holds private keys and secrets in the clear.
 */
export const CardRecord = Type.Object(
  {
    format: Type.Literal('honnin-card/1'),
    /** What anybody sees on the plastic, for a demo tray and for whoever types matching number B. */
    printed: Type.Object(
      {
        id: Type.String({ minLength: 1, maxLength: 64 }),
        name: Type.String({ maxLength: 200 }),
        birthDate: Day,
        expiryDate: Day,
        securityCode: Type.String({ pattern: '^[0-9]{4}$' }),
      },
      closed,
    ),
    atr: Base64,
    /** The first one is selected at power-on. */
    applications: Type.Array(ApplicationRecord, { minItems: 1, maxItems: 16 }),
  },
  closed,
);

export type CardRecord = Static<typeof CardRecord>;
export type ApplicationRecord = CardRecord['applications'][number];
export type AccessRule = Static<typeof AccessRule>;
