import { openDocument, openMyNumberCard } from '@honnin/card';
import { describe, expect, it } from 'vitest';
import { expectDone } from '../../test/reading-a-card.suite.ts';
import { hex, toHex } from '../../test/test-card-issuer.ts';
import { createInProcessReaders } from '../connecting/in-process-readers.ts';
import { createOtherCard, type OtherCardKind } from './create-other-card.ts';

const kinds: readonly OtherCardKind[] = ['transit-card', 'driving-licence', 'credit-card'];

describe('a card of another kind', () => {
  it.each(kinds)('%s is not a My Number card, and harms nothing', async (kind) => {
    await using readers = createInProcessReaders(['tray']);
    expectDone(readers.insert('tray', createOtherCard(kind)));
    await using session = expectDone(await readers.connect('tray'));
    expect(await openMyNumberCard(session)).toMatchObject({
      status: 'failed',
      reason: { code: 'card-not-my-number' },
    });
  });

  it.each([
    ['transit-card', 'transit-card-laid'],
    ['driving-licence', 'driving-licence-laid'],
    ['credit-card', 'payment-card-laid'],
  ] as const)('%s is called by its name: %s', async (kind, code) => {
    await using readers = createInProcessReaders(['tray']);
    expectDone(readers.insert('tray', createOtherCard(kind)));
    await using session = expectDone(await readers.connect('tray'));
    expect(expectDone(await openDocument(session))).toEqual({ kind: 'other', looksLike: { code } });
  });

  it.each(kinds)('%s has an answer to reset whose check byte is right', (kind) => {
    const [, ...rest] = createOtherCard(kind).atr;
    expect(rest.reduce((sum, byte) => sum ^ byte, 0)).toBe(0);
  });

  it('a driving licence lets its three applications be selected, and no other', async () => {
    const card = createOtherCard('driving-licence');
    const select = async (name: string) =>
      toHex(await card.transmit(hex(`00A4040C10${name.padEnd(32, '0')}`)));
    for (const name of ['A0000002310100', 'A0000002310200', 'A0000002480300'])
      expect(await select(name)).toBe('9000');
    expect(await select('A0000002310300')).toBe('6A82');
  });

  it('a credit card answers to the payment environment with what is in it', async () => {
    const answer = await createOtherCard('credit-card').transmit(
      hex('00A404000E 325041592E5359532E4444463031 00'),
    );
    expect(toHex(answer)).toMatch(/^6F.*9000$/);
    expect(answer[1]).toBe(answer.length - 4);
  });
});
