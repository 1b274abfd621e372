import { describe, expect, it } from 'vitest';
import { createTerminalFinder } from './find-terminal.ts';

const find = createTerminalFinder([
  { id: 'a', name: '入口', token: 'token-of-terminal-a' },
  { id: 'b', name: '会計', token: 'token-of-terminal-b' },
]);

describe('createTerminalFinder', () => {
  it('finds each terminal by its own token', () => {
    expect(find('Bearer token-of-terminal-a')?.id).toBe('a');
    expect(find('Bearer token-of-terminal-b')?.id).toBe('b');
  });

  it.each([
    undefined,
    '',
    'Bearer ',
    'Bearer token-of-terminal-',
    'Bearer token-of-terminal-aa',
    'bearer token-of-terminal-a',
    'Basic token-of-terminal-a',
    'Bearer token-of-terminal-a token-of-terminal-b',
  ])('finds nobody by %s', (header) => {
    expect(find(header)).toBeUndefined();
  });
});
