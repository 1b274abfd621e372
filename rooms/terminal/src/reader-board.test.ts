import { expect, test } from 'vitest';
import { createReaderBoard } from './reader-board.ts';

test('without a reader the screen says so, and again when the service is down', () => {
  const board = createReaderBoard(null);
  expect(board.state()).toBe('missing');
  board.heed({ kind: 'reader-added', readerName: 'A' });
  expect(board.state()).toBe('ready');
  board.heed({ kind: 'service-lost' });
  expect(board.state()).toBe('service-down');
  board.heed({ kind: 'service-back' });
  expect(board.state()).toBe('missing');
});

test('a terminal that is bound to one reader heeds no other', () => {
  const board = createReaderBoard('B');
  board.heed({ kind: 'card-inserted', readerName: 'A', atr: new Uint8Array() });
  expect([board.heeds('A'), board.heeds('B'), board.state()]).toEqual([false, true, 'missing']);
});

test('a card is there until it, its reader or the service goes', () => {
  const board = createReaderBoard(null);
  const insert = () => board.heed({ kind: 'card-inserted', readerName: 'A', atr: new Uint8Array() });
  for (const gone of [
    { kind: 'card-removed', readerName: 'A' },
    { kind: 'reader-removed', readerName: 'A' },
    { kind: 'service-lost' },
  ] as const) {
    insert();
    expect(board.hasCard('A')).toBe(true);
    board.heed(gone);
    expect(board.hasCard('A')).toBe(false);
  }
});
