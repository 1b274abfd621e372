import { describe, expect, it } from 'vitest';
import { expectation } from './expectation.ts';

const card = { name: { ja: '', en: '' }, about: { ja: '', en: '' } };
const otherCards = [
  { ...card, id: 'transit-card', holder: null },
  { ...card, id: 'residence-nguyen', holder: 'nguyen', number: 'XV20260401NA' },
];

describe('expectation', () => {
  it('expects the kiosk to tell other cards apart, and the holder of a residence card to get through', () => {
    const camera = { kind: 'persona', id: 'nguyen' } as const;
    expect(expectation({ otherCards, laid: 'transit-card', beforeCamera: camera })).toBe('other-card');
    expect(expectation({ otherCards, laid: 'residence-nguyen', beforeCamera: camera })).toBe('same-person');
  });

  it('expects the holder of the card to get through', () => {
    expect(expectation({ otherCards, laid: 'sato', beforeCamera: { kind: 'persona', id: 'sato' } })).toBe(
      'same-person',
    );
  });

  it('expects another person with the card to be refused, also as a photo', () => {
    expect(expectation({ otherCards, laid: 'sato', beforeCamera: { kind: 'persona', id: 'ito' } })).toBe(
      'another-person',
    );
    expect(
      expectation({ otherCards, laid: 'sato', beforeCamera: { kind: 'still-picture', id: 'ito' } }),
    ).toBe('another-person');
  });

  it('expects a photo of the holder to be refused', () => {
    expect(
      expectation({ otherCards, laid: 'sato', beforeCamera: { kind: 'still-picture', id: 'sato' } }),
    ).toBe('photo');
  });

  it('expects nothing of a webcam, nor of an empty reader', () => {
    expect(expectation({ otherCards, laid: 'sato', beforeCamera: { kind: 'webcam' } })).toBe('webcam');
    expect(expectation({ otherCards, laid: null, beforeCamera: { kind: 'persona', id: 'ito' } })).toBe(
      'nothing-laid',
    );
  });
});
