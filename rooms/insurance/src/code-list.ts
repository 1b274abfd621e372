import type { BilingualText } from '@honnin/outcome';
import { Type } from 'typebox';

/** The values of one code list of the online eligibility check (OQSCD), each with its label. */
export type CodeList<Code extends string> = Readonly<Record<Code, BilingualText>>;

/** Schema that accepts exactly the codes of a list. */
export function codesOf<Code extends string>(list: CodeList<Code>) {
  return Type.Enum(Object.keys(list) as Code[]);
}
