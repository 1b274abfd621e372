import { expect, it } from 'vitest';
import { createFieldVotes } from './field-votes.ts';

const code = (securityCode: string | null) => ({ birthDate: null, expiryDate: null, securityCode });

it('settles a field when two pictures agree, and a picture that shows nothing changes nothing', () => {
  const votes = createFieldVotes();
  votes.add(code('4821'));
  expect(votes.settled('securityCode', 2)).toBeNull();
  votes.add(code(null));
  votes.add(code('4821'));
  expect(votes.settled('securityCode', 2)).toBe('4821');
  expect(votes.settled('birthDate', 2)).toBeNull();
});

it('a card swapped in mid-reading: neither is settled until one leads by two', () => {
  const votes = createFieldVotes();
  for (const seen of ['4821', '4821', '9306']) votes.add(code(seen));
  expect(votes.settled('securityCode', 2)).toBeNull();
  votes.add(code('9306'));
  votes.add(code('9306'));
  expect(votes.settled('securityCode', 2)).toBeNull();
  votes.add(code('9306'));
  expect(votes.settled('securityCode', 2)).toBe('9306');
});
