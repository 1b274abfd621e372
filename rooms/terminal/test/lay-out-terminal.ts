import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { matchingNumberB } from '@honnin/card';
import {
  type CardHolder,
  type CardKeys,
  createCardKeys,
  createInProcessReaders,
  createVirtualCard,
  type InProcessReaders,
  issueTestCard,
  type VirtualCard,
  type VirtualChip,
} from '@honnin/card-simulator';
import { defaultFacePolicy, type FacePolicy, type FaceWorker } from '@honnin/face';
import { createTestAuthority, type TestAuthority } from '@honnin/pki';
import Fastify from 'fastify';
import { pino } from 'pino';
import { createTerminal, type Terminal, type TerminalOptions } from '../src/create-terminal.ts';
import { type PlayedReception, playReception } from './played-reception.ts';
import { openScreen, type ScreenClient } from './screen-client.ts';

export const origin = 'http://localhost:8080';
export const readerName = 'Tray';
const day = 24 * 60 * 60_000;
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

/** One authority for a test file: its keys take a second. */
export const makeAuthority = () => createTestAuthority({ now: new Date() });

export const holder: CardHolder = {
  id: 'mihon',
  name: '見本　花子',
  birthDate: '1984-05-12',
  sex: '2',
  address: '架空県見本市1-2-3',
  municipalityCode: '13999',
  myNumber: '123456789010',
  expiryDate: '2033-05-12',
  securityCode: '4821',
  pin: '1984',
  photo: Uint8Array.from(randomBytes(300)),
  nameImage: picture,
  addressImage: picture,
};

export const matchingNumberOf = ({ birthDate, expiryDate, securityCode }: CardHolder) => ({
  birthDate,
  expiryYear: Number(expiryDate.slice(0, 4)),
  securityCode,
});

/** One set of keys for every card: making RSA keys takes most of a test's time. */
let keys: Promise<CardKeys> | null = null;

export async function issueCard(
  authority: TestAuthority,
  change: Partial<Omit<CardHolder, 'pin'>> & {
    /** `undefined`: a card without a PIN. */
    readonly pin?: string | undefined;
    readonly expiredDays?: number;
  } = {},
  verifierExtension: 'offered' | 'absent' = 'absent',
  ownKeys?: CardKeys,
): Promise<VirtualCard> {
  const { expiredDays, pin, ...fields } = change;
  const { pin: usual, ...person } = holder;
  const secret = 'pin' in change ? pin : usual;
  const now = new Date();
  keys ??= createCardKeys();
  const { record } = await issueTestCard({
    authority,
    keys: ownKeys ?? (await keys),
    now,
    holder: {
      ...person,
      ...fields,
      ...(secret === undefined ? {} : { pin: secret }),
      ...(expiredDays === undefined
        ? {}
        : {
            certificate: {
              notBefore: new Date(now.getTime() - 2000 * day),
              notAfter: new Date(now.getTime() - expiredDays * day),
            },
          }),
    },
    verifierExtension,
  });
  return createVirtualCard(record);
}

/** For visits that never come to the camera: any use of it is a bug. */
const noFaces = new Proxy({} as FaceWorker, {
  get(_target, name) {
    throw new Error(`the face worker is not for this test (${String(name)})`);
  },
});

export interface LaidOut extends AsyncDisposable {
  readonly terminal: Terminal;
  readonly readers: InProcessReaders;
  readonly reception: PlayedReception;
  readonly url: string;
  /** Every log line. */
  readonly log: string[];
  screen(): Promise<ScreenClient>;
  insert(card: VirtualChip): void;
  remove(): void;
}

export interface LayOut {
  readonly authority: TestAuthority;
  readonly faces?: FaceWorker;
  readonly facePolicy?: FacePolicy;
  /** The tray knows this holder's number; null has the person type. */
  readonly tray?: CardHolder | null;
  readonly change?: Partial<TerminalOptions>;
}

/** A terminal with a played reception, in-process readers, and a socket on loopback. */
export async function layOutTerminal(options: LayOut): Promise<LaidOut> {
  const { authority, tray = null } = options;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = await authority.issueTerminalCertificate({
    publicKey,
    commonName: 'kiosk-1',
    organisation: 'Mihon Clinic',
  });
  const reception = await playReception(authority);
  const readers = createInProcessReaders([readerName]);
  const log: string[] = [];
  const terminal = createTerminal({
    id: 'kiosk-1',
    readers,
    faces: options.faces ?? noFaces,
    facePolicy: options.facePolicy ?? defaultFacePolicy,
    reception,
    key: privateKey,
    chain: [certificate],
    anchors: {
      cardFace: [authority.anchors.cardFace],
      authentication: [authority.anchors.authentication],
    },
    ...(tray === null ? {} : { matchingNumberSource: async () => matchingNumberB(matchingNumberOf(tray)) }),
    allowedOrigins: [origin],
    clock: () => new Date(),
    random: (length) => Uint8Array.from(randomBytes(length)),
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    ...options.change,
  });
  const app = Fastify();
  await app.register(terminal.routes);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/terminal/socket?token=${terminal.token}`;
  const screens: ScreenClient[] = [];
  return {
    terminal,
    readers,
    reception,
    url,
    log,
    async screen() {
      const screen = await openScreen(url, origin);
      screens.push(screen);
      return screen;
    },
    insert(card) {
      const laid = readers.insert(readerName, card);
      if (laid.status === 'failed') throw new Error(laid.reason.code);
    },
    remove: () => readers.remove(readerName),
    async [Symbol.asyncDispose]() {
      for (const screen of screens) screen[Symbol.dispose]();
      await terminal[Symbol.asyncDispose]();
      await app.close();
      await readers[Symbol.asyncDispose]();
      await reception[Symbol.asyncDispose]();
    },
  };
}
