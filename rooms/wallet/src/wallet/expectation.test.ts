import { describe, expect, it } from 'vitest';
import { expectation } from './expectation.ts';

describe('expectation', () => {
  it('expects the holder of the card to get through', () => {
    expect(expectation({ laid: 'sato', beforeCamera: { kind: 'persona', id: 'sato' } })).toBe('same-person');
  });

  it('expects another person with the card to be refused, also as a photo', () => {
    expect(expectation({ laid: 'sato', beforeCamera: { kind: 'persona', id: 'ito' } })).toBe(
      'another-person',
    );
    expect(expectation({ laid: 'sato', beforeCamera: { kind: 'still-picture', id: 'ito' } })).toBe(
      'another-person',
    );
  });

  it('expects a photo of the holder to be refused', () => {
    expect(expectation({ laid: 'sato', beforeCamera: { kind: 'still-picture', id: 'sato' } })).toBe('photo');
  });

  it('expects nothing of a webcam, nor of an empty reader', () => {
    expect(expectation({ laid: 'sato', beforeCamera: { kind: 'webcam' } })).toBe('webcam');
    expect(expectation({ laid: null, beforeCamera: { kind: 'persona', id: 'ito' } })).toBe('nothing-laid');
  });
});
