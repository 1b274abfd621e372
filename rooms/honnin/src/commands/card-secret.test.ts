import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSecretSources, type SecretSources } from './card-secret.ts';

/** Sources out of a list of chunks, as a terminal or a pipe; `shown` is what the person sees. */
function sourcesOf(
  chunks: readonly string[],
  { isTTY = false, environment = {} as Record<string, string | undefined> } = {},
) {
  const shown: string[] = [];
  const raw: boolean[] = [];
  const given = chunks.map((chunk) => new TextEncoder().encode(chunk));
  const input = {
    isTTY,
    setRawMode: (on: boolean) => {
      raw.push(on);
      shown.push(on ? '(echo off)' : '(echo on)');
    },
    pause: () => undefined,
    async *[Symbol.asyncIterator]() {
      yield* given;
    },
  };
  const sources: SecretSources = { environment, input, output: { write: (text) => shown.push(text) } };
  return { sources, shown, raw, given };
}

const wish = { question: 'PIN', variable: 'SECRET', fromInput: false };
const typed = { ...wish, fromInput: true };

async function textOf(attempt: ReturnType<ReturnType<typeof openSecretSources>['get']>): Promise<string> {
  const settled = await attempt;
  return settled.status === 'done' ? Buffer.from(settled.value).toString() : settled.reason.code;
}

describe('where a command has its secrets from', () => {
  it('takes one out of the environment, so that nobody inherits it', async () => {
    const { sources } = sourcesOf([], { environment: { SECRET: '1234' } });
    const secrets = openSecretSources(sources);
    expect(await textOf(secrets.get(wish))).toBe('1234');
    expect(sources.environment).toEqual({});
    expect(await textOf(secrets.get(wish))).toBe('secret-not-given');
  });

  it('takes lines out of a pipe, however they are cut and ended', async () => {
    const line = fc.stringMatching(/^[0-9A-Za-z]{1,16}$/);
    const cuts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(line, line, fc.constantFrom('\n', '\r\n', '\r'), cuts, async (a, b, end, sizes) => {
        const text = `${a}${end}${b}${end}`;
        const chunks: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          chunks.push(text.slice(at, at + size));
          at += size;
        }
        const secrets = openSecretSources(sourcesOf(chunks).sources);
        expect(await textOf(secrets.get(typed))).toBe(a);
        expect(await textOf(secrets.get(typed))).toBe(b);
        expect(await textOf(secrets.get(typed))).toBe('secret-not-given');
      }),
    );
  });

  it('asks at a terminal in raw mode, shows the question and nothing of the answer, and wipes what came', async () => {
    const { sources, shown, raw, given } = sourcesOf(['12', '9\u007f', '34\r'], { isTTY: true });
    expect(await textOf(openSecretSources(sources).get(wish))).toBe('1234');
    expect(shown).toEqual(['(echo off)', 'PIN: ', '(echo on)', '\n']);
    expect(raw).toEqual([true, false]);
    expect(given.every((chunk) => chunk.every((byte) => byte === 0))).toBe(true);
  });

  it('takes Ctrl-C at the question for an end, and asks nobody where there is no terminal', async () => {
    const { sources, raw } = sourcesOf(['12\u0003'], { isTTY: true });
    expect(await textOf(openSecretSources(sources).get(wish))).toBe('secret-not-given');
    expect(raw).toEqual([true, false]);
    expect(await textOf(openSecretSources(sourcesOf(['1234\n']).sources).get(wish))).toBe('secret-not-given');
  });
});
