import type { TestAuthority } from '@honnin/pki';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  holder,
  issueCard,
  type LayOut,
  layOutTerminal,
  makeAuthority,
  matchingNumberOf,
} from '../test/lay-out-terminal.ts';
import type { ScreenMessage } from './screen-protocol.ts';

let authority: TestAuthority;
beforeAll(async () => {
  authority = await makeAuthority();
});
const layOut = (options: Partial<LayOut> = {}) => layOutTerminal({ authority, ...options });
type Desk = Awaited<ReturnType<typeof layOut>>;
type PatientScreen = Awaited<ReturnType<Desk['screen']>>;

/** Lays a fresh card and goes by PIN as far as the consents. */
async function comeToConsents(desk: Desk, screen: PatientScreen): Promise<void> {
  desk.insert(await issueCard(authority));
  await screen.until('choose-method');
  screen.send({ type: 'choose', method: 'pin' });
  await screen.until('pin');
  screen.send({ type: 'pin', digits: '1984' });
  await screen.until('consents');
}

const agreed: ScreenMessage = { type: 'consents', given: ['YZK', 'SRJ'] };

describe('by PIN', () => {
  test('card, PIN, consents, done: reception gets a statement signed by the card for its own nonce', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    expect(await screen.until('welcome')).toMatchObject({ reader: 'ready' });
    desk.insert(await issueCard(authority));
    expect(await screen.until('choose-method')).toEqual({
      name: 'choose-method',
      methods: ['face', 'pin', 'staff'],
      unavailable: [],
      inGrace: false,
      cardHolder: null,
    });
    screen.send({ type: 'choose', method: 'pin' });
    expect(await screen.until('pin')).toMatchObject({ triesLeft: 3, wrong: false, lastTry: false });
    screen.send({ type: 'pin', digits: '1984' });
    expect(await screen.until('consents')).toMatchObject({ groups: ['YZK', 'SRJ', 'TKK'] });
    screen.send(agreed);
    expect(await screen.until('done')).toMatchObject({ personName: '見本　花子', cardPresent: true });
    const [identification] = desk.reception.identifications;
    expect(identification).toMatchObject({
      status: 'verified',
      value: {
        method: 'pin',
        proof: 'jpki-signature',
        authorisedBy: 'pin',
        nonce: 'nonce-visit-1-0123456789',
        terminal: { id: 'kiosk-1', organisation: 'Mihon Clinic' },
        certificateStatus: 'in-force',
      },
    });
    const given = desk.reception.submissions[0]?.consents.map((one) => `${one.group} ${one.given}`);
    expect(given).toEqual(['YZK true', 'SRJ true', 'TKK false']);
    desk.remove();
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ name: 'done', cardPresent: false }));
    expect(desk.reception.ends).toEqual([]);
  });

  test('nothing of the person is in the log', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    await comeToConsents(desk, screen);
    screen.send(agreed);
    await screen.until('done');
    const log = desk.log.join('\n');
    expect(desk.log.length).toBeGreaterThan(3);
    for (const secret of ['1984', '見本', '4821', desk.reception.submissions[0]?.statement ?? 'x']) {
      expect(log).not.toContain(secret);
    }
  });

  test('a wrong PIN three times: the last try has to be meant, then it is locked, and staff confirms', async () => {
    await using desk = await layOut({ tray: holder });
    using screen = await desk.screen();
    const card = await issueCard(authority);
    desk.insert(card);
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'pin' });
    await screen.until('pin');
    screen.send({ type: 'pin', digits: '0000' });
    await vi.waitFor(() =>
      expect(screen.current()).toMatchObject({ name: 'pin', triesLeft: 2, wrong: true }),
    );
    screen.send({ type: 'pin', digits: '0000' });
    await vi.waitFor(() =>
      expect(screen.current()).toMatchObject({ name: 'pin', triesLeft: 1, lastTry: true }),
    );
    const before = screen.screens.length;
    screen.send({ type: 'pin', digits: '0000' });
    await vi.waitFor(() => expect(screen.screens.length).toBeGreaterThan(before));
    expect(screen.current()).toMatchObject({ name: 'pin', triesLeft: 1 });
    screen.send({ type: 'pin', digits: '0000', spendLastTry: true });
    const failure = await screen.until('failure');
    expect(failure.failure.code).toBe('pin-locked');
    expect(failure.actions).toEqual(['face', 'staff', 'end']);
    screen.send({ type: 'choose', method: 'staff' });
    await screen.until('waiting-for-staff');
    await vi.waitFor(() => expect(desk.reception.helps).toHaveLength(1));
    desk.reception.decide({ decision: 'confirmed', staffId: 'mori', at: new Date().toISOString() });
    await screen.until('consents');
    screen.send(agreed);
    await screen.until('done');
    expect(desk.reception.identifications[0]).toMatchObject({
      status: 'verified',
      value: { method: 'staff', staffId: 'mori', proof: 'card-session' },
    });
  });

  test('a card that offers the extension signs for staff with its certificate’s key', async () => {
    await using desk = await layOut({ tray: holder });
    using screen = await desk.screen();
    desk.insert(await issueCard(authority, {}, 'offered'));
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'staff' });
    desk.reception.decide({ decision: 'confirmed', staffId: 'mori', at: new Date().toISOString() });
    await screen.until('consents');
    screen.send(agreed);
    await screen.until('done');
    expect(desk.reception.identifications[0]).toMatchObject({
      status: 'verified',
      value: { method: 'staff', proof: 'jpki-signature', authorisedBy: 'verifier-extension' },
    });
  });
});

describe('cards that differ', () => {
  test('a card without a PIN: the PIN is not offered, and the screen says why', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.insert(await issueCard(authority, { pin: undefined }));
    const choice = await screen.until('choose-method');
    expect(choice.methods).toEqual(['face', 'staff']);
    expect(choice.unavailable.map(({ failure }) => failure.code)).toEqual(['pin-not-usable']);
  });

  test('a card without a photo: learnt on reading the record, then PIN and staff are offered', async () => {
    await using desk = await layOut({ tray: holder });
    using screen = await desk.screen();
    desk.insert(await issueCard(authority, { photo: null }));
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'face' });
    const failure = await screen.until('failure');
    expect(failure.failure.code).toBe('card-has-no-photo');
    expect(failure.actions).toEqual(['pin', 'staff', 'end']);
    screen.send({ type: 'choose', method: 'pin' });
    await screen.until('pin');
    screen.send({ type: 'cancel' });
    const choice = await screen.until('choose-method');
    expect(choice.unavailable.map(({ method, failure: why }) => `${method} ${why.code}`)).toEqual([
      'face card-has-no-photo',
    ]);
  });

  test('a certificate in its grace: no consents are asked, and none are sent', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.insert(await issueCard(authority, { expiredDays: 30 }));
    expect(await screen.until('choose-method')).toMatchObject({ inGrace: true });
    screen.send({ type: 'choose', method: 'pin' });
    await screen.until('pin');
    screen.send({ type: 'pin', digits: '1984' });
    await screen.until('done');
    expect(screen.screens.map(({ name }) => name)).not.toContain('consents');
    expect(desk.reception.submissions[0]?.consents).toEqual([]);
    expect(desk.reception.identifications[0]).toMatchObject({
      status: 'verified',
      value: { certificateStatus: 'in-grace' },
    });
  });

  test('a certificate beyond its grace: told at once, and reception knows', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.insert(await issueCard(authority, { expiredDays: 120 }));
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({
      failure: { code: 'certificate-expired' },
      actions: [],
      cardPresent: true,
    });
    await vi.waitFor(() => expect(desk.reception.ends[0]?.reasons[0]?.code).toBe('certificate-expired'));
  });

  test('a card of another authority is not accepted', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.insert(await issueCard(await makeAuthority()));
    const failure = await screen.until('failure');
    expect(failure.failure.code).toMatch(/^certificate-|^issuer-/);
    expect(failure.actions).toEqual([]);
  });
});

describe('matching number B', () => {
  test('typed wrong three times: the card keeps seven tries and staff is offered; staff helps to type it', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    const card = await issueCard(authority);
    desk.insert(card);
    await screen.until('choose-method');
    screen.send({ type: 'choose', method: 'face' });
    await screen.until('matching-number');
    const wrong = { type: 'matching-number', ...matchingNumberOf(holder), securityCode: '0000' } as const;
    screen.send({ ...wrong, birthDate: '1984-02-31' });
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ triesLeft: 3, wrong: true }));
    for (const triesLeft of [2, 1]) {
      screen.send(wrong);
      await vi.waitFor(() =>
        expect(screen.current()).toMatchObject({ name: 'matching-number', triesLeft, wrong: true }),
      );
    }
    screen.send(wrong);
    const failure = await screen.until('failure');
    expect(failure.failure.code).toBe('matching-number-tries-used');
    expect(failure.actions).toEqual(['pin', 'staff', 'end']);
    screen.send({ type: 'choose', method: 'staff' });
    await screen.until('waiting-for-staff');
    desk.reception.decide({ decision: 'confirmed', staffId: 'mori', at: new Date().toISOString() });
    await screen.until('matching-number');
    screen.send({ type: 'matching-number', ...matchingNumberOf(holder) });
    await screen.until('consents');
  });
});

describe('a card pulled away', () => {
  const stages = {
    'choose-method': [],
    pin: [{ type: 'choose', method: 'pin' }],
    'matching-number': [{ type: 'choose', method: 'face' }],
    'waiting-for-staff': [{ type: 'choose', method: 'staff' }],
    consents: [
      { type: 'choose', method: 'pin' },
      { type: 'pin', digits: '1984' },
    ],
  } as const;
  for (const [name, messages] of Object.entries(stages)) {
    test(`at ${name}: nothing is handed over, reception knows, and the next card begins anew`, async () => {
      await using desk = await layOut();
      using screen = await desk.screen();
      const card = await issueCard(authority);
      desk.insert(card);
      await screen.until('choose-method');
      for (const message of messages) {
        if (message.type === 'pin') await screen.until('pin');
        screen.send(message);
      }
      await screen.until(name as keyof typeof stages);
      desk.remove();
      const failure = await screen.until('failure');
      expect(failure).toMatchObject({ failure: { code: 'card-removed' }, actions: [], cardPresent: false });
      await vi.waitFor(() => expect(desk.reception.ends[0]?.reasons[0]?.code).toBe('card-removed'));
      expect(desk.reception.submissions).toEqual([]);
      desk.insert(card);
      await screen.until('choose-method');
      expect(desk.reception.opened).toEqual(['visit-1', 'visit-2']);
    });
  }

  test('while it is being read, and the next card begins anew', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    const card = await issueCard(authority);
    desk.insert(card);
    await screen.until('reading-card');
    await vi.waitFor(() => expect(desk.reception.opened).toHaveLength(1));
    desk.remove();
    await screen.until('failure');
    desk.insert(card);
    await screen.until('choose-method');
  });

  test('once the statement is on its way, the visit finishes without the card', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.reception.result = 'hang';
    await comeToConsents(desk, screen);
    screen.send(agreed);
    await vi.waitFor(() => expect(desk.reception.submissions).toHaveLength(1));
    desk.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.current()).toEqual({ name: 'looking-up' });
    expect(desk.reception.ends).toEqual([]);
  });
});

test('a card that comes while the one before is still being looked up gets its visit afterwards', async () => {
  await using desk = await layOut({ change: { timeouts: { resultMs: 100, resultAnswerMs: 400 } } });
  using screen = await desk.screen();
  desk.reception.result = 'hang';
  desk.insert(await issueCard(authority));
  await screen.until('choose-method');
  screen.send({ type: 'choose', method: 'pin' });
  await screen.until('pin');
  screen.send({ type: 'pin', digits: '1984' });
  await screen.until('consents');
  screen.send(agreed);
  await screen.until('looking-up');
  desk.remove();
  desk.insert(await issueCard(authority));
  await screen.until('failure');
  screen.send({ type: 'cancel' });
  await screen.until('choose-method');
  expect(desk.reception.opened).toEqual(['visit-1', 'visit-2']);
});

test('a reader that is busy at first: tried again on request, as a visit of its own', async () => {
  await using desk = await layOut();
  const { connect } = desk.readers;
  desk.readers.connect = async () => ({ status: 'failed', reason: { code: 'card-in-use' } });
  using screen = await desk.screen();
  desk.insert(await issueCard(authority));
  const failure = await screen.until('failure');
  expect(failure).toMatchObject({ failure: { code: 'card-in-use' }, actions: ['retry'] });
  desk.readers.connect = connect;
  screen.send({ type: 'retry' });
  await screen.until('choose-method');
  expect(desk.reception.ends).toEqual([{ reasons: [{ code: 'card-in-use' }] }]);
  expect(desk.reception.opened).toHaveLength(2);
});

test('stopping the terminal in mid-visit ends the card session and tells reception', async () => {
  const desk = await layOut();
  using screen = await desk.screen();
  desk.insert(await issueCard(authority));
  await screen.until('choose-method');
  await desk.terminal[Symbol.asyncDispose]();
  expect(desk.reception.ends).toEqual([{ reasons: [{ code: 'terminal-stopped' }] }]);
  const again = await desk.readers.connect('Tray');
  expect(again.status).toBe('done');
  await desk[Symbol.asyncDispose]();
});

test('a terminal whose certificate names another one does not start', async () => {
  await expect(layOut({ change: { id: 'kiosk-2' } })).rejects.toThrow('does not name the terminal');
});

describe('reception', () => {
  test('down: the patient is shown the way to the desk before anything is read', async () => {
    await using desk = await layOut({
      change: { reception: { url: 'http://127.0.0.1:9', token: 'x' } },
    });
    using screen = await desk.screen();
    desk.insert(await issueCard(authority));
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({ failure: { code: 'reception-unreachable' }, actions: ['retry'] });
  });

  test('that does not know the terminal refuses it', async () => {
    await using desk = await layOut();
    await using other = await layOut({
      change: { reception: { url: desk.reception.url, token: 'not-the-token' } },
    });
    using screen = await other.screen();
    other.insert(await issueCard(authority));
    const failure = await screen.until('failure');
    expect(failure.failure.code).toBe('reception-refused');
  });

  test('that fails at the hand-over: sent again on request, and done', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.reception.result = 'fail';
    await comeToConsents(desk, screen);
    screen.send(agreed);
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({ failure: { code: 'reception-unreachable' }, actions: ['retry', 'end'] });
    desk.reception.result = {
      status: 'accepted',
      validity: '1',
      personName: null,
      notes: [],
      staffNeeded: false,
    };
    screen.send({ type: 'retry' });
    await screen.until('done');
  });

  test('whose service could not be asked: the patient goes to the desk, with a code of a room unknown here', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.reception.result = { status: 'undetermined', reasons: [{ code: 'eligibility-unreachable' }] };
    await comeToConsents(desk, screen);
    screen.send(agreed);
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({ failure: { code: 'result-needs-desk' }, actions: ['retry', 'end'] });
    desk.reception.result = {
      status: 'accepted',
      validity: '1',
      personName: null,
      notes: [],
      staffNeeded: false,
    };
    screen.send({ type: 'retry' });
    await screen.until('done');
  });

  test('whose answer is still out when the next patient lays a card: that visit begins, and nothing of the one before', async () => {
    await using desk = await layOut();
    using screen = await desk.screen();
    desk.reception.result = { status: 'undetermined', reasons: [{ code: 'eligibility-unreachable' }] };
    await comeToConsents(desk, screen);
    screen.send(agreed);
    await screen.until('failure');
    desk.remove();
    await vi.waitFor(() => expect(screen.current()).toMatchObject({ name: 'failure', cardPresent: false }));
    desk.insert(await issueCard(authority));
    await screen.until('choose-method');
    expect(desk.reception.submissions).toHaveLength(1);
  });
});

describe('time', () => {
  test('nobody there: asked first, then the visit ends; more time is given to whoever asks', async () => {
    await using desk = await layOut({ change: { timeouts: { idleMs: 150, stillThereMs: 200 } } });
    using screen = await desk.screen();
    desk.insert(await issueCard(authority));
    await screen.until('choose-method');
    await screen.until('still-there');
    screen.send({ type: 'more-time' });
    await screen.until('choose-method');
    await screen.until('still-there');
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({ failure: { code: 'person-left' }, cardPresent: true });
    await vi.waitFor(() => expect(desk.reception.ends[0]?.reasons[0]?.code).toBe('person-left'));
  });

  test('a card left behind: the name leaves the screen and the card is asked for, then welcome', async () => {
    await using desk = await layOut({ change: { timeouts: { cardLeftMs: 150, resultMs: 100 } } });
    using screen = await desk.screen();
    await comeToConsents(desk, screen);
    screen.send(agreed);
    await screen.until('done');
    const failure = await screen.until('failure');
    expect(failure).toMatchObject({ failure: { code: 'card-left-behind' }, cardPresent: true });
    desk.remove();
    await screen.until('welcome');
  });
});
