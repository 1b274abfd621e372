import { type Static, Type } from 'typebox';

const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]+=*$' });

/** A simulated card in the wallet, as the page shows it. All of it is fictional, secrets included. */
export const WalletCard = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kana: Type.String(),
  roman: Type.String(),
  birthDate: Type.String(),
  sex: Type.Union([Type.Literal('1'), Type.Literal('2')]),
  about: Type.Object({ ja: Type.String(), en: Type.String() }),
  condition: Type.String(),
  /** Addresses of pictures, relative to the origin; absent where there is none. */
  portrait: Type.Optional(Type.String()),
  cardFront: Type.Optional(Type.String()),
  /** What the holder would have to know. */
  pin: Type.Optional(Type.String()),
  pinTriesLeft: Type.Number(),
  securityCode: Type.String(),
  expiryDate: Type.String(),
  /** Made on this machine with one's own face. */
  own: Type.Boolean(),
  /** Has live frames that can be played before the kiosk's camera. */
  canStandBeforeCamera: Type.Boolean(),
});
export type WalletCard = Static<typeof WalletCard>;

const Bilingual = Type.Object({ ja: Type.String(), en: Type.String() });

/** What else people lay on a reader: a document of another kind, another card, or one in trouble. */
export const OtherCard = Type.Object({
  id: Type.String(),
  name: Bilingual,
  about: Bilingual,
  /** The persona whose card it is, who stands before the camera with it; null where it is nobody's. */
  holder: Type.Union([Type.String(), Type.Null()]),
  /** What is printed on it and has to be typed. */
  number: Type.Optional(Type.String()),
});
export type OtherCard = Static<typeof OtherCard>;

/** Who stands before the kiosk's camera: the real camera, a persona who moves, or a photo of one held up. */
export const BeforeCamera = Type.Union([
  Type.Object({ kind: Type.Literal('webcam') }),
  Type.Object({ kind: Type.Literal('persona'), id: Type.String() }),
  Type.Object({ kind: Type.Literal('still-picture'), id: Type.String() }),
]);
export type BeforeCamera = Static<typeof BeforeCamera>;

/** `GET /wallet/api/state`, and each `state` event of the stream `GET /wallet/api/events`. */
export const WalletState = Type.Object({
  reader: Type.Object({
    /** `pcsc`: real pcscd with a virtual reader; `in-process`: the same card without PC/SC. */
    kind: Type.Union([Type.Literal('pcsc'), Type.Literal('in-process')]),
    name: Type.String(),
  }),
  laid: Type.Union([Type.String(), Type.Null()]),
  beforeCamera: BeforeCamera,
  cards: Type.Array(WalletCard),
  otherCards: Type.Array(OtherCard),
});
export type WalletState = Static<typeof WalletState>;

/**
 * One of a persona's live frames: `GET /wallet/people/:id/frames` gives an array. `?leaning=1` adds the pictures of
 * leaning in, which are several of one pose and would jump between the others.
 */
export const PlayableFrame = Type.Object({
  url: Type.String(),
  yaw: Type.Number(),
  eyes: Type.Union([Type.Literal('open'), Type.Literal('half'), Type.Literal('closed')]),
  distance: Type.Union([Type.Literal('near'), Type.Literal('normal'), Type.Literal('far')]),
  light: Type.Union([Type.Literal('even'), Type.Literal('side'), Type.Literal('dim')]),
  wears: Type.Union([Type.Literal('nothing'), Type.Literal('glasses'), Type.Literal('mask')]),
  /** Of pictures of leaning in: how far the camera is, against the usual distance. */
  away: Type.Optional(Type.Number()),
});
export type PlayableFrame = Static<typeof PlayableFrame>;

/** `POST /wallet/api/cards`: a card with one's own face. The picture stays on this machine. */
export const OwnCardOrder = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40 }),
  kana: Type.String({ minLength: 1, maxLength: 60 }),
  birthDate: Type.String({ pattern: '^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$' }),
  sex: Type.Union([Type.Literal('1'), Type.Literal('2')]),
  address: Type.String({ minLength: 1, maxLength: 80 }),
  pin: Type.String({ pattern: '^[0-9]{4}$' }),
  /** The webcam picture, JPEG or PNG. */
  photo: Base64,
});
export type OwnCardOrder = Static<typeof OwnCardOrder>;
