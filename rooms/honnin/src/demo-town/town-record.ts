import { CardRecord } from '@honnin/card-simulator';
import { type Static, Type } from 'typebox';

/**
 * What a demo town keeps between two starts. It holds private keys of a test authority and secrets of test
 * cards: worthless anywhere else, and marked as such.
 */
export const TownRecord = Type.Object({
  version: Type.Literal(1),
  /** When the town was founded (ISO 8601); its certificates are dated from then. */
  founded: Type.String({ format: 'date-time' }),
  notice: Type.String(),
  /** Checked by `restoreTestAuthority`. */
  authority: Type.Unknown(),
  terminal: Type.Object({ id: Type.String(), privateKey: Type.String(), chain: Type.Array(Type.String()) }),
  institutionToken: Type.String({ minLength: 32 }),
  terminalToken: Type.String({ minLength: 32 }),
  cards: Type.Record(Type.String(), CardRecord),
  /** The town's issuer of residence cards, checked by `restoreTestResidenceCardIssuer`; made when first wanted. */
  residenceCardIssuer: Type.Optional(Type.Unknown()),
  /** Base64 DER of each card's authentication certificate. */
  certificates: Type.Record(Type.String(), Type.String()),
});
export type TownRecord = Static<typeof TownRecord>;
