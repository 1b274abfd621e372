import type {
  CardConnection,
  MyNumberCard,
  ResidenceDocument,
  UnverifiedCardFace,
  UnverifiedResidenceDocument,
} from '@honnin/card';
import type { CameraIdentity, FacePolicy, FaceVerification } from '@honnin/face';
import type { FaceClaim, StaffClaim, VerifiedCardFace, VerifiedResidenceCard } from '@honnin/identification';
import type { IdentificationSubmission, OpenedVisit, VisitResult } from '@honnin/identification/visit-api';
import type { PrescriptionIssue } from '@honnin/insurance';
import type { Reason } from '@honnin/outcome';
import type { UnverifiedCertificate } from '@honnin/pki';

/** A card in its exclusive session. */
export interface CardInSession {
  readonly connection: CardConnection;
  readonly card: MyNumberCard;
  readonly certificate: UnverifiedCertificate;
}

/** The record as read, which is wiped, and what was verified of it, which is a view on the same bytes. */
interface ReadCardFace {
  readonly record: UnverifiedCardFace;
  readonly verified: VerifiedCardFace;
}

/** A residence card in its exclusive session. */
export interface ResidenceInSession {
  readonly connection: CardConnection;
  readonly document: ResidenceDocument;
}

/** What was read of a residence card, which is wiped, and what was verified of it, a view on the same bytes. */
interface ReadResidenceCard {
  readonly reading: UnverifiedResidenceDocument;
  readonly verified: VerifiedResidenceCard;
}

/** All that a visit knows of the person. Everything in it is gone when the visit is. */
export interface VisitMemory {
  opened: OpenedVisit | null;
  /** One of the two while a card is in session. */
  session: CardInSession | null;
  residenceSession: ResidenceInSession | null;
  cardFace: ReadCardFace | null;
  residenceCard: ReadResidenceCard | null;
  face: FaceVerification | null;
  /** A higher threshold for this holder, and its rate; null for the usual one. */
  stricterFace: Pick<FacePolicy, 'threshold' | 'falseMatchRate'> | null;
  /** What the screen says of its camera. */
  camera: CameraIdentity | null;
  /** The person chose the way without turning the head; holds for every try of the visit. */
  withoutTurning: boolean;
  faceClaim: FaceClaim | null;
  staff: StaffClaim | null;
  /** Of the card that was lifted off the reader, until it is read again. */
  liftedFingerprint: string | null;
  /** Whether the camera has been asked to read the printed side, and what came of it. */
  printReading: 'not-tried' | 'given-up' | 'not-read' | 'read' | 'misread';
  /** Secrets typed or read off the card, until the card has seen them. */
  matchingNumber: Uint8Array | null;
  residenceNumber: Uint8Array | null;
  pin: Uint8Array | null;
  spendLastTry: boolean;
  /** The source of matching numbers is asked once a visit; after that the person types. */
  sourceAsked: boolean;
  /** What was typed cannot be a matching number; no try was spent. */
  entryMalformed: boolean;
  remarks: Reason[];
  statement: string | null;
  consents: IdentificationSubmission['consents'];
  prescriptionIssue: PrescriptionIssue | null;
  result: (VisitResult & { readonly status: 'accepted' }) | null;
}

export function createVisitMemory(): VisitMemory {
  return {
    opened: null,
    session: null,
    residenceSession: null,
    cardFace: null,
    residenceCard: null,
    face: null,
    stricterFace: null,
    camera: null,
    withoutTurning: false,
    faceClaim: null,
    staff: null,
    liftedFingerprint: null,
    printReading: 'not-tried',
    matchingNumber: null,
    residenceNumber: null,
    pin: null,
    spendLastTry: false,
    sourceAsked: false,
    entryMalformed: false,
    remarks: [],
    statement: null,
    consents: [],
    prescriptionIssue: null,
    result: null,
  };
}

/** Wipes typed secrets. What the screen sent as text before cannot be wiped: strings are the engine's. */
export function forgetSecrets(memory: VisitMemory): void {
  memory.matchingNumber?.fill(0);
  memory.residenceNumber?.fill(0);
  memory.pin?.fill(0);
  memory.matchingNumber = null;
  memory.residenceNumber = null;
  memory.pin = null;
}

/** Wipes frames, templates, chip photo and what was read with it. */
export function forgetFace(memory: VisitMemory): void {
  memory.face?.[Symbol.dispose]();
  memory.cardFace?.record[Symbol.dispose]();
  memory.residenceCard?.reading[Symbol.dispose]();
  memory.face = null;
  memory.cardFace = null;
  memory.residenceCard = null;
}

/** Ends the card session: the card is reset, and what a PIN or a number opened is closed. */
export async function closeCard(memory: VisitMemory): Promise<void> {
  const { session, residenceSession } = memory;
  memory.session = null;
  memory.residenceSession = null;
  residenceSession?.document.card[Symbol.dispose]();
  await session?.connection[Symbol.asyncDispose]();
  await residenceSession?.connection[Symbol.asyncDispose]();
}

/** Everything above, and the statement. */
export async function forgetAll(memory: VisitMemory): Promise<void> {
  forgetSecrets(memory);
  forgetFace(memory);
  memory.stricterFace = null;
  memory.faceClaim = null;
  memory.statement = null;
  memory.consents = [];
  memory.result = null;
  await closeCard(memory);
}
