import { type Static, Type } from 'typebox';

const Name = Type.String({ minLength: 1, maxLength: 80 });

/** `honnin.config.json`: everything an operator may set. Left out, a setting has the value that runs the demo. */
export const Configuration = Type.Object(
  {
    /** The hospital, as it appears in its files. */
    institution: Type.Object(
      { code: Type.String({ pattern: '^[0-9]{10}$' }), name: Name },
      { default: { code: '1319999991', name: '架空総合病院' }, additionalProperties: false },
    ),
    /** Where the hospital's files are published; `<data>/hospital/face` when left out. */
    hospitalFolder: Type.Optional(Type.String({ minLength: 1 })),
    encoding: Type.Union([Type.Literal('utf-8'), Type.Literal('shift_jis')], { default: 'utf-8' }),
    /** Who may stand at the desk. */
    staff: Type.Array(Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,30}$' }), name: Name }), {
      default: [
        { id: 'uketsuke-1', name: '受付　花子' },
        { id: 'uketsuke-2', name: '受付　一郎' },
      ],
    }),
    terminal: Type.Object(
      { id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }), name: Name },
      { default: { id: 'demo-terminal-1', name: '１階受付　１番機' }, additionalProperties: false },
    ),
    face: Type.Object(
      {
        /** Cosine similarity; the manifest says which false match rate it stands for. */
        threshold: Type.Optional(Type.Number({ minimum: 0.3, maximum: 0.9 })),
      },
      { default: {}, additionalProperties: false },
    ),
    demo: Type.Object(
      {
        /** Which reader the simulated cards are laid on. */
        reader: Type.Union([Type.Literal('automatic'), Type.Literal('in-process')], { default: 'automatic' }),
        /** Rules that the demo relaxes because its people are rendered. Never read outside the demo. */
        relaxations: Type.Array(Type.Literal('rendered-people-passive-liveness'), {
          default: ['rendered-people-passive-liveness'],
        }),
      },
      { default: {}, additionalProperties: false },
    ),
  },
  { default: {}, additionalProperties: false },
);
export type Configuration = Static<typeof Configuration>;
