import { type Static, Type } from 'typebox';

const Base64 = Type.String({
  maxLength: 16_000,
  pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
});
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const closed = { additionalProperties: false } as const;

const ResidenceFile = Type.Object(
  {
    folder: Type.Union([Type.Literal('MF'), Type.Literal('DF1'), Type.Literal('DF2'), Type.Literal('DF3')]),
    /** Short identifier, 1 to 30. */
    id: Type.Integer({ minimum: 1, maximum: 30 }),
    /** Anybody; whoever presented the card number; only in secure messaging after that. */
    read: Type.Union([Type.Literal('free'), Type.Literal('number'), Type.Literal('number-and-secure')]),
    content: Base64,
  },
  closed,
);

/** A whole simulated residence card as JSON. It holds no keys: such a card has none. */
export const ResidenceCardRecord = Type.Object(
  {
    format: Type.Literal('honnin-residence-card/1'),
    /** What anybody sees on the plastic. */
    printed: Type.Object(
      {
        id: Type.String({ minLength: 1, maxLength: 64 }),
        name: Type.String({ maxLength: 200 }),
        /** 12 characters; the chip checks the very same. */
        number: Type.String({ pattern: '^[A-Z]{2}[0-9]{8}[A-Z]{2}$' }),
        birthDate: Day,
        expiryDate: Day,
      },
      closed,
    ),
    generation: Type.Union([Type.Literal('first'), Type.Literal('second')]),
    atr: Base64,
    files: Type.Array(ResidenceFile, { maxItems: 32 }),
  },
  closed,
);

export type ResidenceCardRecord = Static<typeof ResidenceCardRecord>;
export type ResidenceFile = ResidenceCardRecord['files'][number];
