import { type Static, Type } from 'typebox';

const base64 = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 20_000 });
const closed = { additionalProperties: false } as const;
const signer = Type.Object({ authority: base64, certificate: base64, cardKey: base64 }, closed);

/** A stored test issuer of residence cards. Keys are unencrypted PKCS#8: it is for tests and demos only. */
export const testResidenceCardIssuerRecord = Type.Object(
  {
    kind: Type.Literal('honnin-test-residence-card-issuer'),
    version: Type.Literal(1),
    first: signer,
    second: signer,
  },
  closed,
);

export type TestResidenceCardIssuerRecord = Static<typeof testResidenceCardIssuerRecord>;
