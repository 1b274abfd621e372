import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
/** DF name as the card record writes it. */
const ApplicationName = Type.String({ pattern: '^(?:[0-9A-F]{2}){5,16}$' });
const FileId = Type.String({ pattern: '^00(?:0[1-9A-F]|1[0-9A-E])$' });

/** Which commands a fault meets. Commands count from 1, from the moment the card is laid down. */
const FaultPlace = Type.Union([
  Type.Object({ command: Type.Integer({ minimum: 1, maximum: 100_000 }) }, closed),
  /** Every so many commands, as a weak field does. */
  Type.Object({ every: Type.Integer({ minimum: 1, maximum: 100_000 }) }, closed),
  /** Commands with this INS byte, in this application and with this file selected where they are named. */
  Type.Object(
    {
      ins: Type.String({ pattern: '^[0-9A-F]{2}$' }),
      application: Type.Optional(ApplicationName),
      file: Type.Optional(FileId),
    },
    closed,
  ),
]);

const CommandFault = Type.Union([
  /** The card has done what it was told; its answer never arrives. */
  Type.Object({ kind: Type.Literal('response-dropped') }, closed),
  /** The answer, status word included, breaks off after so many bytes. */
  Type.Object(
    { kind: Type.Literal('response-torn'), keep: Type.Integer({ minimum: 0, maximum: 65_537 }) },
    closed,
  ),
  /** Another status word, with the data of the right answer or without. */
  Type.Object(
    {
      kind: Type.Literal('status-word'),
      statusWord: Type.String({ pattern: '^[0-9A-F]{4}$' }),
      data: Type.Union([Type.Literal('kept'), Type.Literal('left-out')]),
    },
    closed,
  ),
  /** The card is taken away before the command reaches it, or after it was carried out. */
  Type.Object(
    {
      kind: Type.Literal('card-removed'),
      moment: Type.Union([Type.Literal('before'), Type.Literal('after')]),
    },
    closed,
  ),
  /** The answer to an earlier command with the same CLA, INS, P1 and P2, as a recording gives it. */
  Type.Object({ kind: Type.Literal('answer-replayed') }, closed),
  /** The chip takes so much longer, in milliseconds. */
  Type.Object(
    { kind: Type.Literal('answer-late'), byMs: Type.Integer({ minimum: 1, maximum: 600_000 }) },
    closed,
  ),
]);

/** One bit that reads the other way round, whenever it is read. */
const FlippedBit = Type.Object(
  {
    application: ApplicationName,
    file: FileId,
    byte: Type.Integer({ minimum: 0, maximum: 0x7fff }),
    /** 0 is the lowest. */
    bit: Type.Integer({ minimum: 0, maximum: 7 }),
  },
  closed,
);

/** What goes wrong with a card, as data: at its border, command by command, and in what its files read as. */
export const FaultPlan = Type.Object(
  {
    format: Type.Literal('honnin-faults/1'),
    /** Bits a second on the air (ISO/IEC 14443-3), and the chip's own milliseconds for each command. */
    air: Type.Optional(
      Type.Object(
        {
          bitsPerSecond: Type.Union([
            Type.Literal(106_000),
            Type.Literal(212_000),
            Type.Literal(424_000),
            Type.Literal(848_000),
          ]),
          chipMs: Type.Optional(Type.Number({ minimum: 0, maximum: 10_000 })),
        },
        closed,
      ),
    ),
    /** `garbled`: two cards answer the reset at once; `none`: the card is dead. */
    answerToReset: Type.Optional(Type.Union([Type.Literal('garbled'), Type.Literal('none')])),
    faults: Type.Array(
      Type.Object(
        {
          at: FaultPlace,
          fault: CommandFault,
          /** How many of the commands that it fits it meets; one when left out. */
          times: Type.Optional(
            Type.Union([Type.Integer({ minimum: 1, maximum: 100_000 }), Type.Literal('always')]),
          ),
        },
        closed,
      ),
      { maxItems: 64 },
    ),
    flippedBits: Type.Optional(Type.Array(FlippedBit, { maxItems: 1024 })),
  },
  closed,
);

export type FaultPlan = Static<typeof FaultPlan>;
export type CommandFault = Static<typeof CommandFault>;
export type FaultPlace = Static<typeof FaultPlace>;
export type FlippedBit = Static<typeof FlippedBit>;
