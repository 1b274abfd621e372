import { EligibilityPolicy } from '@honnin/eligibility';
import { type Static, Type } from 'typebox';
import { fileForm, listenOf, sealingKeyPattern, secretOf } from './setting-forms.ts';

/** OCSP answers are signed, and commonly fetched without TLS. */
const responderForm = { pattern: '^https?://[^/?#]+', maxLength: 1000 } as const;

/** `services.eligibility`: the national service, `honnin eligibility serve`. */
export const EligibilityConfiguration = Type.Object(
  {
    listen: listenOf(8090),
    anchors: Type.Object(
      {
        terminal: Type.Array(Type.String(fileForm), {
          minItems: 1,
          description: 'PEM or DER files: the authorities whose terminals are believed.',
        }),
        authentication: Type.Array(Type.String(fileForm), {
          minItems: 1,
          description: 'PEM or DER files: the authorities of authentication certificates on cards.',
        }),
      },
      { additionalProperties: false },
    ),
    revocationLists: Type.Object(
      {
        authentication: Type.Array(Type.String(fileForm), {
          minItems: 1,
          description:
            'PEM or DER files: lists of revoked cards’ certificates. Read again whenever they change; put a new one in place by renaming. While one is missing or out of date, its cards get no answer (undetermined).',
        }),
        terminal: Type.Optional(
          Type.Array(Type.String(fileForm), {
            minItems: 1,
            description:
              'The same for terminals’ certificates. Without it a stolen terminal’s certificate cannot be taken back before it expires.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    statusResponders: Type.Optional(
      Type.Object(
        {
          authentication: Type.Optional(
            Type.String({
              ...responderForm,
              description:
                'Address of an OCSP responder that is asked about cards’ certificates before the lists, which count where it is silent. JPKI’s own answers certified verifiers alone.',
            }),
          ),
          terminal: Type.Optional(
            Type.String({ ...responderForm, description: 'The same for terminals’ certificates.' }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    auditKey: secretOf(
      { pattern: sealingKeyPattern },
      'Secret that seals the audit log: 64 or more hexadecimal digits (`openssl rand -hex 32`). Keep a copy away from the database; without it the log cannot be verified.',
    ),
    requestsPerMinute: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      default: 6_000,
      description: 'Requests that one institution may make in a minute.',
    }),
    // What a terminal relaxed is never accepted here: that setting does not exist outside the demo.
    policy: Type.Partial(Type.Omit(EligibilityPolicy, ['acceptedRelaxations']), {
      additionalProperties: false,
      default: {},
      description:
        'What is accepted as identification, each where it differs from the usual: `acceptedMethods` (face, pin, staff), `acceptedProofs` (jpki-signature, card-session), `maxStatementAgeMs` (600000), `graceMonths` (3) after a certificate’s expiry, `reminderMonths` (3) before it, `whenRevocationUnknown` for a card whose status cannot be found out (undetermined; rejected; remark: answered with a note), `terminals` (any-certified; same-institution: the organisation in the terminal’s certificate is the institution’s code or name).',
    }),
  },
  { additionalProperties: false },
);
export type EligibilityConfiguration = Static<typeof EligibilityConfiguration>;
