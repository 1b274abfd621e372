import type { KeyObject } from 'node:crypto';
import type { CardReaders, ReaderEvent } from '@honnin/card';
import type { FacePolicy, FaceWorker } from '@honnin/face';
import { terminalOf } from '@honnin/identification';
import type { FailureTable } from '@honnin/outcome';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { type ChildrenPolicy, childrenAsOthers } from './children-policy.ts';
import { createFaceTryLedger, faceTryLimits } from './face-try-ledger.ts';
import { createReaderBoard } from './reader-board.ts';
import { createReceptionClient, type ReceptionAddress } from './reception-client.ts';
import { redactedPaths } from './redacted-paths.ts';
import { type RunningVisit, runVisit } from './run-visit.ts';
import type { Screen } from './screen-protocol.ts';
import { createScreenSocket } from './screen-socket.ts';
import { defaultTimeouts, type Timeouts } from './timeouts.ts';
import type { OpenCardPrintReader, TerminalAnchors, VisitTools } from './visit-tools.ts';

export interface TerminalOptions {
  /** Also the common name in the terminal's certificate, and `iss` of its statements. */
  readonly id: string;
  readonly readers: CardReaders;
  /** Only this reader; without it, whichever a card is laid on. */
  readonly readerName?: string;
  /** Whoever opened it closes it, after the terminal. */
  readonly faces: FaceWorker;
  readonly facePolicy: FacePolicy;
  readonly reception: ReceptionAddress;
  /** P-256. */
  readonly key: KeyObject;
  /** DER, the terminal's certificate first, without the anchor. */
  readonly chain: readonly Uint8Array[];
  readonly anchors: TerminalAnchors;
  /** Where matching number B can be had without typing (a simulated tray); asked once a visit. */
  readonly matchingNumberSource?: () => Promise<Uint8Array | null>;
  /**
   * Reads matching number B off the printed side of the card before the camera, where the source above has none;
   * without it the person types.
   */
  readonly openCardPrintReader?: OpenCardPrintReader;
  /** Origins of the screen's page, such as `http://localhost:8080`. */
  readonly allowedOrigins: readonly string[] | (() => readonly string[]);
  readonly clock: () => Date;
  /** Milliseconds that never step back; default the process's own. */
  readonly monotonic?: () => number;
  /** Unpredictable bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly log: Logger;
  readonly timeouts?: Partial<Timeouts>;
  /** Failed face attempts in a row for one card before a wait; twice as many where a living person was seen. */
  readonly maximumFaceTries?: number;
  /** Milliseconds of that wait, and before every further attempt; at least and by default 30 seconds. */
  readonly faceWaitMs?: number;
  /** Who is too young for the camera alone, and what happens then; without it children are as others. */
  readonly children?: ChildrenPolicy;
  /** Default 92 days: certificates identify for eligibility alone for three months after expiry. */
  readonly graceAfterExpiryMs?: number;
  /** Whether to have a simulated card sign without its PIN where it offers that; a real card never does. */
  readonly verifierExtension?: 'use-when-offered' | 'never';
  /** Failure tables of the services behind reception, for codes that come with a result. */
  readonly furtherFailures?: readonly FailureTable[];
}

export interface Terminal extends AsyncDisposable {
  /** What the screen has to bring in its address; new at every start. */
  readonly token: string;
  /** Fastify plugin: the socket. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
  /** Tells every change of the screen, the present one first. */
  onVisitState(listener: (screen: Screen) => void): Disposable;
}

const day = 24 * 60 * 60_000;

/**
 * The agent beside the patient. Watches the readers, runs a visit for each card that is laid down, and shows
 * it on the one screen that is connected. Throws when key, certificate and id do not belong together.
 */
export function createTerminal(options: TerminalOptions): Terminal {
  const { readers } = options;
  const [leaf] = options.chain;
  if (leaf === undefined || terminalOf({ der: leaf }).id !== options.id) {
    throw new Error('the terminal’s certificate does not name the terminal');
  }
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const log = options.log.child(
    { terminal: options.id },
    { redact: { paths: [...redactedPaths], censor: '…' } },
  );
  const tools: VisitTools = {
    id: options.id,
    readers,
    faces: options.faces,
    facePolicy: options.facePolicy,
    children: options.children ?? childrenAsOthers,
    reception: createReceptionClient(options.reception, timeouts),
    key: options.key,
    chain: options.chain,
    anchors: options.anchors,
    graceAfterExpiryMs: options.graceAfterExpiryMs ?? 92 * day,
    verifierExtension: options.verifierExtension ?? 'use-when-offered',
    matchingNumberSource: options.matchingNumberSource ?? null,
    openCardPrintReader: options.openCardPrintReader ?? null,
    furtherFailures: options.furtherFailures ?? [],
    faceTries: createFaceTryLedger({
      maximumTries: options.maximumFaceTries ?? faceTryLimits.maximumTries,
      waitMs: options.faceWaitMs ?? faceTryLimits.waitMs,
      key: options.random(32),
      clock: options.clock,
    }),
    clock: options.clock,
    monotonic: options.monotonic ?? (() => performance.now()),
    random: options.random,
    log,
    timeouts,
  };
  const token = Buffer.from(options.random(32)).toString('base64url');
  const board = createReaderBoard(options.readerName ?? null);
  const listeners = new Set<(screen: Screen) => void>();
  const leaving = new Set<Promise<void>>();
  let visit: RunningVisit | null = null;
  /** A card that came while a visit was still finishing without its own. */
  let waiting: string | null = null;
  let closed = false;

  const screen = (): Screen => visit?.screen() ?? { name: 'welcome', reader: board.state() };
  const changed = () => {
    const now = screen();
    socket.show(now);
    for (const listener of listeners) listener(now);
  };
  const { allowedOrigins } = options;
  const socket = createScreenSocket({
    token,
    allowedOrigins: typeof allowedOrigins === 'function' ? allowedOrigins : () => allowedOrigins,
    screen,
    receive: (message) => visit?.receive(message),
    offerFrame: async (jpeg, captured) => {
      if (visit !== null) return visit.offerFrame(jpeg, captured);
      jpeg.fill(0);
      return null;
    },
    log,
  });

  function dismiss(): void {
    if (visit === null) return;
    const gone = Promise.resolve(visit[Symbol.asyncDispose]());
    visit = null;
    leaving.add(gone);
    void gone.finally(() => leaving.delete(gone));
  }

  async function begin(readerName: string): Promise<void> {
    if (visit?.awaitsCard(readerName) === true) {
      visit.cardLaid();
      return;
    }
    if (visit !== null && !visit.replaceable) {
      waiting = readerName;
      return;
    }
    waiting = null;
    dismiss();
    // The visit before must have let go of the reader.
    await Promise.allSettled([...leaving]);
    if (closed || visit !== null || !board.hasCard(readerName)) return changed();
    const started = runVisit({
      tools,
      readerName,
      changed: () => {
        if (visit === started) changed();
      },
      ended: ({ again }) => {
        if (visit !== started) return;
        dismiss();
        const next = again ? readerName : waiting;
        if (next === null) changed();
        else void begin(next);
      },
    });
    visit = started;
    started.start();
  }

  function heed(event: ReaderEvent): void {
    board.heed(event);
    if (event.kind === 'card-inserted' && board.heeds(event.readerName)) {
      void begin(event.readerName);
    } else if (event.kind === 'card-removed' || event.kind === 'reader-removed') {
      if (waiting === event.readerName) waiting = null;
      if (visit?.readerName === event.readerName) visit.cardRemoved();
    } else if (event.kind === 'service-lost') {
      visit?.cardRemoved();
    }
    if (visit === null) changed();
  }

  const watch = readers.watch(heed);
  return {
    token,
    routes: socket.routes,
    onVisitState(listener) {
      listeners.add(listener);
      listener(screen());
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      watch[Symbol.dispose]();
      dismiss();
      await Promise.allSettled([...leaving]);
      socket.close();
    },
  };
}
