import type { KeyObject } from 'node:crypto';
import type { CardReaders } from '@honnin/card';
import type { FacePolicy, FaceWorker } from '@honnin/face';
import type { FailureTable } from '@honnin/outcome';
import type { CardIssuerAnchor, UnverifiedCertificate } from '@honnin/pki';
import type { CardPrintReader, CardPrintReaderOptions } from '@honnin/printed-card';
import type { Logger } from 'pino';
import type { ChildrenPolicy } from './children-policy.ts';
import type { FaceTryLedger } from './face-try-ledger.ts';
import type { ReceptionClient } from './reception-client.ts';
import type { Timeouts } from './timeouts.ts';

/** Whom the terminal trusts to have made cards. The service behind reception decides anew for itself. */
export interface TerminalAnchors {
  readonly cardFace: readonly CardIssuerAnchor[];
  readonly authentication: readonly UnverifiedCertificate[];
  /** The issuer's authorities; without them the holder of a residence card is sent to the desk. */
  readonly residenceCard?: readonly UnverifiedCertificate[];
}

/** As `openCardPrintReader` of `@honnin/printed-card`. */
export type OpenCardPrintReader = (options: CardPrintReaderOptions) => CardPrintReader;

/** Everything that the work of a visit needs from outside. */
export interface VisitTools {
  readonly id: string;
  readonly readers: CardReaders;
  readonly faces: FaceWorker;
  readonly facePolicy: FacePolicy;
  readonly children: ChildrenPolicy;
  readonly reception: ReceptionClient;
  readonly key: KeyObject;
  readonly chain: readonly Uint8Array[];
  readonly anchors: TerminalAnchors;
  readonly graceAfterExpiryMs: number;
  readonly verifierExtension: 'use-when-offered' | 'never';
  readonly matchingNumberSource: (() => Promise<Uint8Array | null>) | null;
  /** Reads the printed side of a card; null where the camera is not to be used for it. */
  readonly openCardPrintReader: OpenCardPrintReader | null;
  readonly furtherFailures: readonly FailureTable[];
  readonly faceTries: FaceTryLedger;
  readonly clock: () => Date;
  /** Milliseconds that never step back. */
  readonly monotonic: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly log: Logger;
  readonly timeouts: Timeouts;
}
