import { type Static, Type } from 'typebox';

/** One live picture of a rendered person, as a camera would have taken it (640x480 JPEG). */
export const LiveFrame = Type.Object({
  /** File name inside the person's `live/` folder. */
  file: Type.String({ pattern: '^[a-z0-9-]+\\.jpg$' }),
  /** Head turn in degrees; positive when the person turns to their own left (the nose moves to larger x). */
  yaw: Type.Number({ minimum: -60, maximum: 60 }),
  eyes: Type.Union([Type.Literal('open'), Type.Literal('half'), Type.Literal('closed')]),
  distance: Type.Union([Type.Literal('near'), Type.Literal('normal'), Type.Literal('far')]),
  light: Type.Union([Type.Literal('even'), Type.Literal('side'), Type.Literal('dim')]),
  wears: Type.Union([Type.Literal('nothing'), Type.Literal('glasses'), Type.Literal('mask')]),
  /** Of the pictures of one person leaning in: the camera's distance against the usual one. */
  away: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
});
export type LiveFrame = Static<typeof LiveFrame>;

/** What is special about the person's card; the rest of the demo country follows from it. */
export const CardCondition = Type.Union([
  Type.Literal('valid'),
  Type.Literal('certificate-expired'),
  Type.Literal('revoked'),
  Type.Literal('no-photo'),
  Type.Literal('no-pin'),
]);
export type CardCondition = Static<typeof CardCondition>;

/** A fictional person: who they are and what is printed on their card (`people/<id>/person.json`). */
export const Person = Type.Object({
  id: Type.String({ pattern: '^[a-z]+$' }),
  /** As registered: family name, full-width space, given name; may hold variant characters (IVS). */
  name: Type.String(),
  /** Full-width katakana, full-width space between family and given name. */
  kana: Type.String(),
  roman: Type.String(),
  /** JIS X 0303: '1' male, '2' female. */
  sex: Type.Union([Type.Literal('1'), Type.Literal('2')]),
  birthDate: Type.String({ format: 'date' }),
  postCode: Type.String({ pattern: '^[0-9]{3}-[0-9]{4}$' }),
  address: Type.String(),
  municipalityCode: Type.String({ pattern: '^[0-9]{5}$' }),
  /** Twelve digits whose check digit is wrong on purpose, so that it can be nobody's. */
  myNumber: Type.String({ pattern: '^[0-9]{12}$' }),
  card: Type.Object({
    condition: CardCondition,
    expiryDate: Type.String({ format: 'date' }),
    securityCode: Type.String({ pattern: '^[0-9]{4}$' }),
    /** Absent on a card without PIN. */
    pin: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })),
    signaturePassword: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{6,16}$' })),
  }),
  /** One sentence each, shown on the wallet: who this is and what happens at the counter. */
  about: Type.Object({ ja: Type.String(), en: Type.String() }),
  /** Empty for the infant whose card has no photo. */
  frames: Type.Array(LiveFrame),
});
export type Person = Static<typeof Person>;
