/**
 * The socket between the terminal's agent and the patient's screen: WebSocket `GET /terminal/socket?token=…`
 * on loopback. Text messages are JSON (`AgentMessage` one way, `ScreenMessage` the other); a binary message
 * from the screen is one unmirrored JPEG frame of 640x480, and the next one is sent only after `frame-seen`.
 * A screen that knows when the camera took a frame says so in a `frame` message right before it.
 * Browser-safe: schemas only.
 */
import { ConsentGroup, Validity } from '@honnin/insurance';
import { type Static, Type } from 'typebox';

const Text = Type.Object({ ja: Type.String(), en: Type.String() });

/** Way of being identified that the person can choose. */
export const Method = Type.Union([Type.Literal('face'), Type.Literal('pin'), Type.Literal('staff')]);
export type Method = Static<typeof Method>;

/** A failure as the patient sees it. */
export const FailureView = Type.Object({
  code: Type.String(),
  /** For the telephone: `C103`. */
  number: Type.String(),
  patient: Text,
});
export type FailureView = Static<typeof FailureView>;

/** What a failure screen offers; `face`, `pin`, `staff` go on with the same card. */
export const FailureAction = Type.Union([
  Type.Literal('retry'),
  Type.Literal('face'),
  Type.Literal('pin'),
  Type.Literal('staff'),
  Type.Literal('end'),
]);
export type FailureAction = Static<typeof FailureAction>;

/** `service-down`: the reader's service does not answer. */
export const ReaderState = Type.Union([
  Type.Literal('ready'),
  Type.Literal('missing'),
  Type.Literal('service-down'),
]);
export type ReaderState = Static<typeof ReaderState>;

/** One whole screen; the newest replaces the one before. */
export const Screen = Type.Union([
  Type.Object({ name: Type.Literal('welcome'), reader: ReaderState }),
  Type.Object({ name: Type.Literal('reading-card') }),
  Type.Object({
    name: Type.Literal('choose-method'),
    methods: Type.Array(Method),
    unavailable: Type.Array(Type.Object({ method: Method, failure: FailureView })),
    inGrace: Type.Boolean(),
    cardHolder: Type.Null(),
  }),
  /** The printed side is to be shown to the camera; the card may be lifted for it. */
  Type.Object({ name: Type.Literal('show-card'), cardPresent: Type.Boolean() }),
  /** A card that was lifted is to be laid down again. */
  Type.Object({ name: Type.Literal('lay-card-again') }),
  Type.Object({
    name: Type.Literal('matching-number'),
    triesLeft: Type.Integer({ minimum: 0 }),
    wrong: Type.Boolean(),
    /** The camera was tried before: it could not read the card, or what it read was not the card's. */
    camera: Type.Union([Type.Literal('not-tried'), Type.Literal('not-read'), Type.Literal('misread')]),
  }),
  /** The number on the front of a residence card. */
  Type.Object({ name: Type.Literal('residence-number'), wrong: Type.Boolean() }),
  Type.Object({
    name: Type.Literal('face'),
    triesLeft: Type.Integer({ minimum: 0 }),
    /** The person chose the way that asks for no turn of the head. */
    withoutTurning: Type.Boolean(),
  }),
  Type.Object({
    name: Type.Literal('pin'),
    triesLeft: Type.Integer({ minimum: 0 }),
    wrong: Type.Boolean(),
    lastTry: Type.Boolean(),
  }),
  Type.Object({ name: Type.Literal('checking') }),
  Type.Object({
    name: Type.Literal('waiting-for-staff'),
    /** Why staff is to look, when the person did not ask for it. */
    because: Type.Union([FailureView, Type.Null()]),
  }),
  Type.Object({
    name: Type.Literal('consents'),
    /** Empty in the grace period after the certificate's expiry. */
    groups: Type.Array(ConsentGroup),
    offersPrescriptionChoice: Type.Boolean(),
  }),
  Type.Object({ name: Type.Literal('looking-up') }),
  Type.Object({
    name: Type.Literal('done'),
    personName: Type.Union([Type.String(), Type.Null()]),
    validity: Validity,
    notes: Type.Array(FailureView),
    staffNeeded: Type.Boolean(),
    cardPresent: Type.Boolean(),
  }),
  /** Identified, by a document that is no insurance card: the desk knows, and looks the insurance up. */
  Type.Object({
    name: Type.Literal('insurance-at-desk'),
    message: FailureView,
    cardPresent: Type.Boolean(),
  }),
  Type.Object({
    name: Type.Literal('failure'),
    failure: FailureView,
    actions: Type.Array(FailureAction),
    cardPresent: Type.Boolean(),
    /** Until the face may be tried again; the agent sends the screen anew then. Null where nothing is waited for. */
    faceAgainInSeconds: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  }),
  Type.Object({ name: Type.Literal('still-there'), secondsLeft: Type.Integer({ minimum: 0 }) }),
]);
export type Screen = Static<typeof Screen>;

/** What the person is asked to do before the camera; left and right are the person's own. */
export const GuidanceStep = Type.Union([
  Type.Literal('look-straight'),
  Type.Literal('turn-left'),
  Type.Literal('turn-right'),
  Type.Literal('lean-in'),
  Type.Literal('look-back'),
  Type.Literal('done'),
]);
export type GuidanceStep = Static<typeof GuidanceStep>;

/** The one thing that would help most now. */
export const GuidanceAdvice = Type.Union([
  Type.Literal('no-face'),
  Type.Literal('several-faces'),
  Type.Literal('come-closer'),
  Type.Literal('move-back'),
  Type.Literal('move-to-centre'),
  Type.Literal('too-dark'),
  Type.Literal('too-bright'),
  Type.Literal('hold-still'),
  Type.Literal('open-eyes'),
  Type.Literal('uncover-face'),
  Type.Literal('face-the-camera'),
  Type.Literal('turn-further'),
  Type.Literal('turn-less'),
  Type.Literal('other-way'),
  Type.Literal('remove-mask'),
  Type.Literal('remove-dark-glasses'),
  Type.Literal('hair-off-eyes'),
  Type.Literal('hand-off-face'),
  Type.Literal('calm-expression'),
  Type.Literal('light-from-behind'),
  Type.Literal('lean-further'),
]);
export type GuidanceAdvice = Static<typeof GuidanceAdvice>;

/** What would help most to read the printed side. */
export const CardAdvice = Type.Union([
  Type.Literal('no-card'),
  Type.Literal('come-closer'),
  Type.Literal('move-back'),
  Type.Literal('hold-flat'),
  Type.Literal('hold-still'),
  Type.Literal('uncover-code'),
  Type.Literal('avoid-glare'),
  Type.Literal('too-dark'),
  Type.Literal('other-side'),
]);
export type CardAdvice = Static<typeof CardAdvice>;

/** The answer to a frame of the show-card screen; never what was read. */
export const CardGuidance = Type.Object({
  type: Type.Literal('card-guidance'),
  advice: Type.Union([CardAdvice, Type.Null()]),
  /** Which parts have been read. */
  settled: Type.Object({
    birthDate: Type.Boolean(),
    expiryYear: Type.Boolean(),
    securityCode: Type.Boolean(),
  }),
});
export type CardGuidance = Static<typeof CardGuidance>;

export const AgentMessage = Type.Union([
  /** Replaces the whole screen; sent on connect and on every change. */
  Type.Object({ type: Type.Literal('screen'), screen: Screen }),
  Type.Object({
    type: Type.Literal('guidance'),
    step: GuidanceStep,
    advice: Type.Union([GuidanceAdvice, Type.Null()]),
    /** 0..1 */
    progress: Type.Number(),
    /** Shares of the unmirrored frame, 0..1. */
    box: Type.Union([
      Type.Object({ x: Type.Number(), y: Type.Number(), width: Type.Number(), height: Type.Number() }),
      Type.Null(),
    ]),
    yaw: Type.Union([Type.Number(), Type.Null()]),
  }),
  CardGuidance,
  Type.Object({ type: Type.Literal('frame-seen') }),
]);
export type AgentMessage = Static<typeof AgentMessage>;

const exact = { additionalProperties: false } as const;

/** What the browser says of the camera that the frames come from. */
const CameraFacts = Type.Object(
  {
    label: Type.String({ maxLength: 200 }),
    /** Pixels of the stream. */
    width: Type.Integer({ minimum: 1, maximum: 16_384 }),
    height: Type.Integer({ minimum: 1, maximum: 16_384 }),
    /** Frames a second; null when the browser does not say. */
    frameRate: Type.Union([Type.Number({ minimum: 0, maximum: 1_000 }), Type.Null()]),
  },
  exact,
);

export const ScreenMessage = Type.Union([
  Type.Object({ type: Type.Literal('choose'), method: Method }, exact),
  Type.Object(
    {
      type: Type.Literal('matching-number'),
      birthDate: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
      expiryYear: Type.Integer({ minimum: 2016, maximum: 2099 }),
      securityCode: Type.String({ pattern: '^[0-9]{4}$' }),
    },
    exact,
  ),
  Type.Object(
    {
      type: Type.Literal('residence-number'),
      number: Type.String({ pattern: '^[A-Z]{2}[0-9]{8}[A-Z]{2}$' }),
    },
    exact,
  ),
  Type.Object(
    {
      type: Type.Literal('pin'),
      digits: Type.String({ pattern: '^[0-9]{4}$' }),
      /** Required to be true for the last try, which locks the PIN when it is wrong. */
      spendLastTry: Type.Optional(Type.Boolean()),
    },
    exact,
  ),
  Type.Object(
    {
      type: Type.Literal('consents'),
      given: Type.Array(ConsentGroup, { maxItems: 16 }),
      prescriptionIssue: Type.Optional(Type.Union([Type.Literal('1'), Type.Literal('2')])),
    },
    exact,
  ),
  /** From the show-card screen: the person would rather type. */
  Type.Object({ type: Type.Literal('type-instead') }, exact),
  Type.Object({ type: Type.Literal('retry') }, exact),
  Type.Object({ type: Type.Literal('cancel') }, exact),
  Type.Object({ type: Type.Literal('more-time') }, exact),
  Type.Object(
    {
      type: Type.Literal('camera'),
      state: Type.Union([
        Type.Literal('ready'),
        Type.Literal('denied'),
        Type.Literal('missing'),
        Type.Literal('lost'),
      ]),
      /** With `ready`. */
      identity: Type.Optional(CameraFacts),
    },
    exact,
  ),
  /** From the face screen on, and for the rest of the visit: lean in instead of turning the head. */
  Type.Object({ type: Type.Literal('without-turning') }, exact),
  /** When the camera took the frame that comes next: milliseconds of any steady clock. */
  Type.Object({ type: Type.Literal('frame'), captured: Type.Number({ minimum: 0 }) }, exact),
]);
export type ScreenMessage = Static<typeof ScreenMessage>;

/** What concerns the visit; the rest is between the socket's two ends. */
export type VisitMessage = Exclude<ScreenMessage, { readonly type: 'frame' }>;
