import { describe, expect, it } from 'vitest';
import english from '../../messages/en.json' with { type: 'json' };
import japanese from '../../messages/ja.json' with { type: 'json' };

const blanks = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the messages of the screen', () => {
  it('say everything in both languages', () => {
    expect(Object.keys(english)).toEqual(Object.keys(japanese));
  });

  it('have the same blanks to fill in in both languages', () => {
    for (const [key, message] of Object.entries(japanese)) {
      expect({ key, blanks: blanks(english[key as keyof typeof english]) }).toEqual({
        key,
        blanks: blanks(message),
      });
    }
  });

  it('are in the language that they claim to be', () => {
    const own = new Set(['english', 'japanese']);
    for (const [key, message] of Object.entries(english)) {
      if (!own.has(key)) expect(message, key).not.toMatch(/[\u3040-\u30FF\u4E00-\u9FFF]/);
    }
  });
});
