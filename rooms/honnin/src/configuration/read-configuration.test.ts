import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.ts';

async function written(text: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'honnin-configuration-')), 'honnin.config.json');
  await writeFile(file, text);
  return file;
}

describe('readConfiguration', () => {
  it('gives the settings of the demo when there is no file', async () => {
    const read = await readConfiguration('/nowhere/honnin.config.json');
    expect(read).toMatchObject({
      status: 'done',
      value: { institution: { code: '1319999991' }, encoding: 'utf-8', demo: { reader: 'automatic' } },
    });
  });

  it('lets pictures stand for a camera in the demo, relaxes nothing else, and has its child go as others do', async () => {
    const read = await readConfiguration('/nowhere/honnin.config.json');
    expect(read).toMatchObject({
      value: {
        demo: { relaxations: ['stand-in-camera'] },
        face: { children: { underAge: 16, path: 'as-others' } },
      },
    });
    const strict = await readConfiguration(await written('{"demo":{"relaxations":[]}}'));
    expect(strict).toMatchObject({ value: { demo: { relaxations: [] } } });
    const wrong = await readConfiguration(await written('{"demo":{"relaxations":["everything"]}}'));
    expect(wrong).toMatchObject({ status: 'failed', reason: { code: 'configuration-malformed' } });
  });

  it('keeps what the file says and fills in the rest', async () => {
    const read = await readConfiguration(await written('{"encoding":"shift_jis"}'));
    expect(read).toMatchObject({
      status: 'done',
      value: { encoding: 'shift_jis', staff: [{ id: 'uketsuke-1' }, {}] },
    });
  });

  it('names the place of a wrong value', async () => {
    const read = await readConfiguration(await written('{"institution":{"code":"12","name":"x"}}'));
    expect(read).toMatchObject({
      status: 'failed',
      reason: { code: 'configuration-malformed', detail: expect.stringContaining('/institution/code') },
    });
  });

  it('refuses a setting that does not exist, instead of silently doing something else', async () => {
    expect(await readConfiguration(await written('{"encodding":"utf-8"}'))).toMatchObject({
      status: 'failed',
    });
  });

  it('says so when the file is not JSON', async () => {
    expect(await readConfiguration(await written('{'))).toMatchObject({
      status: 'failed',
      reason: { code: 'configuration-malformed' },
    });
  });
});
