import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { overwriteFreedMemory } from './overwrite-freed-memory.ts';

const isGlibc = (() => {
  if (process.platform !== 'linux') return false;
  try {
    return execFileSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8' }).startsWith('glibc');
  } catch {
    return false;
  }
})();

test('freed memory is overwritten where the C library offers it; elsewhere nothing breaks', () => {
  expect(overwriteFreedMemory()).toBe(isGlibc ? 'done' : 'not-offered');
});
