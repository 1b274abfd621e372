import { type Static, Type } from 'typebox';
import { ChildrenSettings } from './children-settings.ts';
import { fileForm, secretOf, terminalIdForm, tokenPattern } from './setting-forms.ts';

/** `services.terminal`: the agent beside the patient, `honnin terminal serve`. */
export const TerminalConfiguration = Type.Object(
  {
    port: Type.Integer({
      minimum: 1,
      maximum: 65_535,
      default: 8092,
      description:
        'Port of the kiosk page. The terminal listens on 127.0.0.1 only: its screen is on the same machine.',
    }),
    id: Type.String({ ...terminalIdForm, description: 'The common name in the terminal’s certificate.' }),
    key: Type.String({ ...fileForm, description: 'The terminal’s private key: P-256, PKCS#8, PEM or DER.' }),
    chain: Type.Array(Type.String(fileForm), {
      minItems: 1,
      description:
        'PEM or DER files: the terminal’s certificate first, then those up to the anchor, without it.',
    }),
    reception: Type.Object(
      {
        url: Type.String({
          pattern: '^https?://.+',
          description: 'The hospital’s reception; `https`, unless it is on this machine.',
        }),
        token: secretOf({ pattern: tokenPattern }, 'Secret: this terminal’s token at reception.'),
      },
      { additionalProperties: false },
    ),
    anchors: Type.Object(
      {
        authentication: Type.Array(Type.String(fileForm), {
          minItems: 1,
          description: 'PEM or DER files: the authorities of authentication certificates on cards.',
        }),
        cardFace: Type.Array(
          Type.Object(
            {
              keyId: Type.String({
                pattern: '^[0-9a-f]{32}$',
                description:
                  'Key identifier of the authority above card-face issuers, 32 hexadecimal digits.',
              }),
              publicKey: Type.String({
                ...fileForm,
                description: 'PEM or DER file: that authority’s RSA public key (SubjectPublicKeyInfo).',
              }),
            },
            { additionalProperties: false },
          ),
          { description: 'May be empty (`[]`): then nobody can be identified by face, only by PIN.' },
        ),
        residenceCard: Type.Optional(
          Type.Array(Type.String(fileForm), {
            description:
              'PEM or DER files: the authorities of the certificates on residence cards. Without them whoever lays one down is asked to the desk.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    reader: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Only the PC/SC reader of this name; left out, whichever a card is laid on.',
      }),
    ),
    matchingNumber: Type.Union([Type.Literal('camera'), Type.Literal('typed')], {
      default: 'camera',
      description:
        'How matching number B is had: `camera` (read off the printed side before the camera, with typing always beside it), or `typed` alone.',
    }),
    face: Type.Object(
      {
        group: Type.Optional(
          Type.String({
            minLength: 1,
            description:
              'Group of people in the model manifest whose measured error rates count. Left out together with the rate, the manifest’s own threshold holds; no choice goes below it.',
          }),
        ),
        falseMatchRate: Type.Optional(
          Type.Number({
            exclusiveMinimum: 0,
            maximum: 1e-3,
            description: 'Largest false match rate that is accepted in that group.',
          }),
        ),
        manifest: Type.Optional(
          Type.String({
            ...fileForm,
            description:
              'JSON file: a model manifest of one’s own (another recogniser, its thresholds), as `honnin face evaluate --calibrate` writes it. Models that lie beside it are taken from there.',
          }),
        ),
        children: ChildrenSettings,
      },
      { default: {}, additionalProperties: false },
    ),
    models: Type.Optional(
      Type.String({ ...fileForm, description: 'Folder of the face models; `models` in the data folder.' }),
    ),
  },
  { additionalProperties: false },
);
export type TerminalConfiguration = Static<typeof TerminalConfiguration>;
