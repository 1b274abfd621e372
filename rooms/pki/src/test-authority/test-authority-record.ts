import { type Static, Type } from 'typebox';

const base64 = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 20_000 });
const keyId = Type.String({ pattern: '^[0-9a-f]{32}$' });
const instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$' });

const certificateIssuer = Type.Object(
  { certificate: base64, privateKey: base64 },
  { additionalProperties: false },
);

const cardIssuer = Type.Object(
  { authorityKeyId: keyId, authorityPrivateKey: base64, certificate: base64, issuerPrivateKey: base64 },
  { additionalProperties: false },
);

/** Schema of a stored test authority. Private keys are unencrypted PKCS#8: it is for tests and demos only. */
export const testAuthorityRecordSchema = Type.Object(
  {
    kind: Type.Literal('honnin-test-authority'),
    version: Type.Literal(1),
    warning: Type.String(),
    madeAt: instant,
    authentication: certificateIssuer,
    signature: certificateIssuer,
    terminal: certificateIssuer,
    cardFace: cardIssuer,
    textInput: cardIssuer,
    revoked: Type.Array(
      Type.Object(
        {
          issuer: Type.Union([
            Type.Literal('authentication'),
            Type.Literal('signature'),
            Type.Literal('terminal'),
          ]),
          serialNumber: Type.String({ pattern: '^([0-9a-f]{2})+$' }),
          at: instant,
          reason: Type.String(),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

/** What `TestAuthority.toJson` gives and `restoreTestAuthority` takes; binary values are base64. */
export type TestAuthorityRecord = Static<typeof testAuthorityRecordSchema>;
