import { readFile } from 'node:fs/promises';
import { type Person, type PersonFile, personFile } from '@honnin/personas';
import {
  BeforeCamera,
  OwnCardOrder,
  type PlayableFrame,
  type WalletCard,
  type WalletState,
} from '@honnin/wallet/wallet-api';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { EventStream } from './event-stream.ts';
import { demoFailures } from './failures.ts';
import { otherCards } from './other-cards.ts';
import type { OwnCards } from './own-cards.ts';
import type { Tray } from './tray.ts';

const CardId = Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }) });

export interface WalletOptions {
  readonly people: readonly Person[];
  readonly tray: Tray;
  readonly ownCards: OwnCards;
  readonly events: EventStream;
}

/** The demo's wallet: cards to lay down, and who stands before the kiosk's camera. */
export interface WalletRoutes {
  /** Tells every open page how things stand now. */
  announce(): void;
}

/** Adds the routes of `@honnin/wallet/wallet-api` to the demo's server. */
export function addWalletRoutes(server: FastifyInstance, options: WalletOptions): WalletRoutes {
  const { people, tray, ownCards, events } = options;
  let beforeCamera: BeforeCamera = { kind: 'webcam' };
  const others = otherCards(people);
  const state = (): WalletState => ({
    reader: { kind: tray.kind, name: tray.readerName },
    laid: tray.laid,
    beforeCamera,
    cards: [...people.map((person) => personaCard(person, tray)), ...ownCards.list(tray)],
    otherCards: others,
  });
  const announce = () => events.send('state', state());

  server.get('/wallet/api/state', async () => state());
  server.get('/wallet/api/events', (_request, reply) => {
    reply.hijack();
    events.open(reply.raw, { event: 'state', data: state() });
  });

  server.post('/wallet/api/cards/:id/lay', async (request, reply) => {
    if (!Check(CardId, request.params)) return refuse(reply, 'no-such-card');
    const laid = await tray.lay(request.params.id);
    return laid === 'no-such-card' ? refuse(reply, 'no-such-card') : reply.code(204).send();
  });
  server.delete('/wallet/api/reader', async (_request, reply) => {
    await tray.takeAway();
    return reply.code(204).send();
  });
  server.put('/wallet/api/before-camera', async (request, reply) => {
    const { body } = request;
    if (!Check(BeforeCamera, body)) return refuse(reply, 'request-malformed');
    if (
      body.kind !== 'webcam' &&
      !people.some((person) => person.id === body.id && person.frames.length > 0)
    ) {
      return refuse(reply, 'nobody-to-stand-there');
    }
    beforeCamera = body;
    announce();
    return reply.code(204).send();
  });

  server.post('/wallet/api/cards', { bodyLimit: 8 * 1024 * 1024 }, async (request, reply) => {
    if (!Check(OwnCardOrder, request.body)) return refuse(reply, 'request-malformed');
    const issued = await ownCards.issue(request.body);
    if (issued.status === 'failed') return refuse(reply, issued.reason.code);
    announce();
    return reply.code(201).send({ id: issued.value });
  });
  server.delete('/wallet/api/cards/:id', async (request, reply) => {
    if (!Check(CardId, request.params)) return refuse(reply, 'no-such-card');
    const deleted = await ownCards.discard(request.params.id);
    if (deleted === 'no-such-card') return refuse(reply, 'no-such-card');
    await tray.forget(request.params.id);
    announce();
    return reply.code(204).send();
  });

  server.get('/wallet/people/:id/frames', async (request, reply) => {
    const person = people.find(({ id }) => id === (request.params as { id: string }).id);
    if (person === undefined) return refuse(reply, 'no-such-card');
    const leaning = (request.query as { leaning?: string }).leaning === '1';
    return playableFrames(person).filter(({ away }) => leaning || away === undefined);
  });
  // The files are looked up in the person's own list: nothing else below the folder can be named.
  const pictures = new Map(people.flatMap((person) => picturesOf(person)));
  server.get('/wallet/people/*', async (request, reply) => {
    const file = pictures.get((request.params as { '*': string })['*']);
    if (file === undefined) return refuse(reply, 'no-such-card');
    return reply
      .type(file.type)
      .header('cache-control', 'no-cache')
      .send(await readFile(file.path));
  });
  return { announce };
}

function refuse(reply: FastifyReply, code: string) {
  const failure = demoFailures[code as keyof typeof demoFailures] ?? demoFailures['request-malformed'];
  return reply.code(failure.http ?? 400).send({ code, number: failure.number, message: failure.patient });
}

function personaCard(person: Person, tray: Tray): WalletCard {
  const { card } = person;
  return {
    id: person.id,
    name: person.name,
    kana: person.kana,
    roman: person.roman,
    birthDate: person.birthDate,
    sex: person.sex,
    about: person.about,
    condition: card.condition,
    ...(person.frames.length === 0 ? {} : { portrait: `/wallet/people/${person.id}/portrait.jpg` }),
    cardFront: `/wallet/people/${person.id}/card-front.png`,
    ...(card.pin === undefined ? {} : { pin: card.pin }),
    pinTriesLeft: tray.triesLeftOfPin(person.id),
    securityCode: card.securityCode,
    expiryDate: card.expiryDate,
    own: false,
    canStandBeforeCamera: person.frames.length > 0,
  };
}

function playableFrames(person: Person): PlayableFrame[] {
  return person.frames.map(({ file, ...frame }) => ({
    url: `/wallet/people/${person.id}/live/${file}`,
    ...frame,
  }));
}

function picturesOf(person: Person): [string, { path: string; type: string }][] {
  const jpeg = (name: PersonFile): [string, { path: string; type: string }] => [
    `${person.id}/${name}`,
    { path: personFile(person.id, name), type: 'image/jpeg' },
  ];
  return [
    [`${person.id}/card-front.png`, { path: personFile(person.id, 'card-front.png'), type: 'image/png' }],
    ...(person.frames.length === 0 ? [] : [jpeg('portrait.jpg')]),
    ...person.frames.map((frame) => jpeg(`live/${frame.file}`)),
  ];
}
