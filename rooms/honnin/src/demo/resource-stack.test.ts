import { describe, expect, it } from 'vitest';
import { ResourceStack } from './resource-stack.ts';

describe('ResourceStack', () => {
  it('stops in reverse order', async () => {
    const stopped: string[] = [];
    const stack = new ResourceStack();
    for (const name of ['database', 'service', 'screen']) {
      stack.use({ [Symbol.asyncDispose]: async () => void stopped.push(name) });
    }
    await stack[Symbol.asyncDispose]();
    expect(stopped).toEqual(['screen', 'service', 'database']);
  });

  it('stops the rest when one cannot be stopped, and says so', async () => {
    const stopped: string[] = [];
    const stack = new ResourceStack();
    stack.use({ [Symbol.dispose]: () => void stopped.push('database') });
    stack.use({
      [Symbol.asyncDispose]: async () => {
        throw new Error('stuck');
      },
    });
    await expect(stack[Symbol.asyncDispose]()).rejects.toThrow('not everything');
    expect(stopped).toEqual(['database']);
  });
});
