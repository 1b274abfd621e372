import { type Static, Type } from 'typebox';
import {
  encodings,
  fileForm,
  institutionCodeForm,
  listenOf,
  nameForm,
  secretOf,
  staffIdForm,
  terminalIdForm,
  tokenPattern,
} from './setting-forms.ts';

/** `services.reception`: the hospital's hub, `honnin reception serve`. */
export const ReceptionConfiguration = Type.Object(
  {
    listen: listenOf(8091),
    consoleOrigins: Type.Array(Type.String({ pattern: '^https?://[^/]+$' }), {
      minItems: 1,
      description:
        'Addresses under which staff open the console, such as `https://reception.hospital.example:8091`. Pages of any other origin are refused.',
    }),
    eligibility: Type.Object(
      {
        url: Type.String({
          pattern: '^https?://.+',
          description: 'The eligibility service; `https`, unless it is on this machine.',
        }),
        token: secretOf({ pattern: tokenPattern }, 'Secret: this institution’s token at that service.'),
      },
      { additionalProperties: false },
    ),
    institution: Type.Object(
      {
        code: Type.String({ ...institutionCodeForm, description: 'The institution’s code, 10 digits.' }),
        name: Type.String({ ...nameForm, description: 'Its name, as it appears in the console.' }),
      },
      { additionalProperties: false },
    ),
    terminals: Type.Array(
      Type.Object(
        {
          id: Type.String({
            ...terminalIdForm,
            description: 'The common name in the terminal’s certificate.',
          }),
          name: Type.String({ ...nameForm, description: 'Shown to staff: where it stands.' }),
          token: secretOf(
            { pattern: tokenPattern },
            'Secret: the terminal’s token, at least 32 random characters (`openssl rand -hex 32`).',
          ),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    staff: Type.Array(
      Type.Object(
        {
          id: Type.String({
            ...staffIdForm,
            description: 'Short word; stands in statements of staff checks.',
          }),
          name: Type.String({ ...nameForm, description: 'Shown in the console.' }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    hospitalFolder: Type.String({
      ...fileForm,
      description:
        'Folder that the hospital’s system watches. It must exist: a missing one may be a lost share.',
    }),
    encoding: Type.Union(encodings, {
      default: 'utf-8',
      description: 'How those files are written: `utf-8` or `shift_jis`.',
    }),
    offersPrescriptionChoice: Type.Boolean({
      default: false,
      description: 'Whether patients choose between paper and electronic prescription.',
    }),
  },
  { additionalProperties: false },
);
export type ReceptionConfiguration = Static<typeof ReceptionConfiguration>;
