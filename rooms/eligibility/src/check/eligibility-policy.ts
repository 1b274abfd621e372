import { IdentificationMethod } from '@honnin/identification';
import { type Static, Type } from 'typebox';

/** What the service accepts as identification. Part of the configuration file. */
export const EligibilityPolicy = Type.Object(
  {
    acceptedMethods: Type.Array(IdentificationMethod),
    acceptedProofs: Type.Array(Type.Enum(['jpki-signature', 'card-session'])),
    /** Rules that a terminal may have relaxed, by name. Empty wherever real patients are. */
    acceptedRelaxations: Type.Array(Type.String()),
    /** An identification by face whose stated false match rate is larger is refused. */
    largestFalseMatchRate: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    maxStatementAgeMs: Type.Integer({ minimum: 1_000, maximum: 3_600_000 }),
    /** Calendar months after a certificate's expiry in which it still opens eligibility, and nothing else. */
    graceMonths: Type.Integer({ minimum: 0, maximum: 12 }),
    /** Calendar months before its expiry in which the patient is reminded. */
    reminderMonths: Type.Integer({ minimum: 0, maximum: 12 }),
    /**
     * What becomes of a card whose revocation cannot be found out: `undetermined`, `rejected`, or answered with the
     * note `revocation-unknown`.
     */
    whenRevocationUnknown: Type.Enum(['undetermined', 'rejected', 'remark']),
    /** `same-institution`: the organisation in the terminal's certificate is the institution's code or name. */
    terminals: Type.Enum(['any-certified', 'same-institution']),
  },
  { additionalProperties: false },
);
export type EligibilityPolicy = Static<typeof EligibilityPolicy>;

/** The rules in force in Japan where they are public, nothing relaxed. */
export const defaultEligibilityPolicy: EligibilityPolicy = {
  acceptedMethods: ['face', 'pin', 'staff'],
  acceptedProofs: ['jpki-signature', 'card-session'],
  acceptedRelaxations: [],
  largestFalseMatchRate: 1e-3,
  maxStatementAgeMs: 600_000,
  graceMonths: 3,
  reminderMonths: 3,
  whenRevocationUnknown: 'undetermined',
  terminals: 'any-certified',
};
