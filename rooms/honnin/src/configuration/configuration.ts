import { type Static, Type } from 'typebox';
import { ChildrenSettings } from './children-settings.ts';
import { EligibilityConfiguration } from './eligibility-configuration.ts';
import { ReceptionConfiguration } from './reception-configuration.ts';
import {
  encodings,
  fileForm,
  institutionCodeForm,
  nameForm,
  staffIdForm,
  terminalIdForm,
} from './setting-forms.ts';
import { TerminalConfiguration } from './terminal-configuration.ts';

/**
 * `honnin.config.json`: everything an operator may set. Outside `services`, a setting that is left out has the
 * value that runs the demo; nothing in `services` falls back to a value of the demo.
 */
export const Configuration = Type.Object(
  {
    institution: Type.Object(
      { code: Type.String(institutionCodeForm), name: Type.String(nameForm) },
      {
        default: { code: '1319999991', name: '架空総合病院' },
        additionalProperties: false,
        description: 'The demo’s hospital (`code`, `name`), as it appears in its files.',
      },
    ),
    hospitalFolder: Type.Optional(
      Type.String({
        ...fileForm,
        description: 'Where the demo’s hospital files are published; `hospital/face` in the data folder.',
      }),
    ),
    encoding: Type.Union(encodings, {
      default: 'utf-8',
      description: 'How the demo’s hospital files are written: `utf-8` or `shift_jis`.',
    }),
    staff: Type.Array(Type.Object({ id: Type.String(staffIdForm), name: Type.String(nameForm) }), {
      default: [
        { id: 'uketsuke-1', name: '受付　花子' },
        { id: 'uketsuke-2', name: '受付　一郎' },
      ],
      description: 'Who may stand at the demo’s desk (`id`, `name`).',
    }),
    terminal: Type.Object(
      { id: Type.String(terminalIdForm), name: Type.String(nameForm) },
      {
        default: { id: 'demo-terminal-1', name: '１階受付　１番機' },
        additionalProperties: false,
        description: 'The demo’s terminal (`id`, `name`).',
      },
    ),
    face: Type.Object(
      {
        threshold: Type.Optional(
          Type.Number({
            minimum: 0.3,
            maximum: 0.9,
            description:
              'The demo’s cosine similarity; the model manifest says which false match rate it stands for.',
          }),
        ),
        children: Type.Object(ChildrenSettings.properties, {
          additionalProperties: false,
          // The demo's child is a picture like everybody there, and shows the usual way.
          default: { path: 'as-others' },
          description:
            'The demo’s way with children (`underAge`, `path`), as under `services.terminal.face`, but `as-others` unless it is set.',
        }),
      },
      { default: {}, additionalProperties: false },
    ),
    demo: Type.Object(
      {
        reader: Type.Union([Type.Literal('automatic'), Type.Literal('in-process')], {
          default: 'automatic',
          description: 'Which reader the simulated cards are laid on: `automatic` or `in-process`.',
        }),
        matchingNumber: Type.Union([Type.Literal('camera'), Type.Literal('tray')], {
          default: 'camera',
          description:
            'Where the demo’s terminal has matching number B from: `camera` (the drawn card is held before the camera, or the person types), or `tray` (it is known at once, and nobody is asked).',
        }),
        relaxations: Type.Array(
          Type.Union([Type.Literal('stand-in-camera'), Type.Literal('rendered-people-passive-liveness')]),
          {
            default: ['stand-in-camera'],
            uniqueItems: true,
            description:
              'Rules that the demo relaxes, by name: `stand-in-camera` (pictures on a canvas, a fake device or a virtual camera may stand for the camera, so nothing is made of frozen frames or of what the camera is called), `rendered-people-passive-liveness` (the passive score does not judge; the personas that come with it need that not). A result says so only where it made a difference. Never read outside the demo.',
          },
        ),
      },
      { default: {}, additionalProperties: false },
    ),
    services: Type.Optional(
      Type.Object(
        {
          eligibility: Type.Optional(EligibilityConfiguration),
          reception: Type.Optional(ReceptionConfiguration),
          terminal: Type.Optional(TerminalConfiguration),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { default: {}, additionalProperties: false },
);
export type Configuration = Static<typeof Configuration>;
