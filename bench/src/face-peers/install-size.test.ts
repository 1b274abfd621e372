import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizeOfWorkspace } from './install-size.ts';

let checkout: string;
const put = (name: string, bytes: number) => {
  mkdirSync(path.dirname(path.join(checkout, name)), { recursive: true });
  writeFileSync(path.join(checkout, name), new Uint8Array(bytes));
};

beforeAll(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'size-'));
  put('rooms/face/index.ts', 1);
  put('rooms/outcome/index.ts', 2);
  put('node_modules/net/index.js', 10);
  put('node_modules/net/node_modules/deep/index.js', 100);
  put('node_modules/deep/index.js', 1000);
  put('node_modules/tool/index.js', 10_000);
  const packages = {
    'rooms/face': { dependencies: { net: '*', outcome: '*' }, devDependencies: { tool: '*' } },
    'rooms/outcome': {},
    'node_modules/outcome': { link: true, resolved: 'rooms/outcome' },
    'node_modules/net': { dependencies: { deep: '*' }, optionalDependencies: { 'net-windows': '*' } },
    'node_modules/net/node_modules/deep': {},
    'node_modules/net-windows': {},
    'node_modules/deep': {},
    'node_modules/tool': {},
  };
  writeFileSync(path.join(checkout, 'package-lock.json'), JSON.stringify({ packages }));
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

describe('sizeOfWorkspace', () => {
  it('counts what Node.js would load at run time, nested copies before outer ones, nothing twice', () => {
    expect(sizeOfWorkspace(checkout, 'rooms/face')).toEqual({ bytes: 113, packages: 4 });
  });
});
