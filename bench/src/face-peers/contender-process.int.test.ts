import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeImage } from '@honnin/face';
import { personFile } from '@honnin/personas';
import { describe, expect, it } from 'vitest';
import { startContender } from './contender-process.ts';
import { contenders } from './contenders.ts';
import { installPeer, isPeerInstalled, peerFolder } from './install-peer.ts';

const data = process.env['HONNIN_DATA'] ?? fileURLToPath(new URL('../../../.honnin', import.meta.url));

async function pixelsOf(id: string) {
  const decoded = await decodeImage(new Uint8Array(await readFile(personFile(id, 'live/frontal.jpg'))));
  if (decoded.status === 'failed') throw new Error(decoded.reason.code);
  const { width, height, data: bytes } = decoded.value;
  return { width, height, data: new Uint8Array(bytes) };
}

describe('startContender', () => {
  it('says so when the library cannot be loaded', async () => {
    await expect(startContender('human', '/nowhere')).rejects.toThrow('human');
  });

  for (const { kind, name } of contenders) {
    it(`has ${name} make the same template of the same picture, and none of an empty one`, async (ctx) => {
      if (kind !== 'honnin' && !isPeerInstalled(data, kind)) {
        if (process.env['CI'] !== 'true')
          ctx.skip(`${name} is not installed: npm run bench -- face-peers --limit 40`);
        expect(installPeer(data, kind)).toMatchObject({ status: 'done' });
      }
      const folder = kind === 'honnin' ? path.join(data, 'models') : peerFolder(data, kind);
      await using contender = await startContender(kind, folder);
      const pixels = await pixelsOf('sato');
      const first = await contender.embed(pixels);
      expect(first.vector?.length).toBeGreaterThanOrEqual(128);
      expect((await contender.embed(pixels)).vector).toEqual(first.vector);
      const grey = { width: 320, height: 240, data: new Uint8Array(3 * 320 * 240).fill(128) };
      expect(await contender.embed(grey)).toMatchObject({ vector: null });
      expect(await contender.peakBytes()).toBeGreaterThan(50e6);
    });
  }
});
