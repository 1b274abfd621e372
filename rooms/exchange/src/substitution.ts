import { type Static, Type } from 'typebox';

/**
 * A character that a file could not carry. `where` is the path of tags below the result, such as `Name` or
 * `MedicalTicketInfo/InjuryName1`.
 */
export const Substitution = Type.Object({
  character: Type.String(),
  replacedBy: Type.String(),
  where: Type.String(),
});
export type Substitution = Static<typeof Substitution>;
