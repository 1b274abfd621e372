import { describe, expect, it } from 'vitest';
import { flushTinyWeights } from './flush-tiny-weights.ts';

/** One length-delimited field of a protocol buffer message. */
function field(number: number, bytes: Uint8Array): Uint8Array {
  const head = [number * 8 + 2];
  let length = bytes.length;
  while (length >= 128) {
    head.push((length % 128) + 128);
    length = Math.floor(length / 128);
  }
  return Uint8Array.of(...head, length, ...bytes);
}

function model(weights: Float32Array): Uint8Array {
  const tensor = Uint8Array.of(2 * 8, 1, ...field(9, new Uint8Array(weights.buffer)));
  return field(7, field(5, tensor));
}

describe('flushTinyWeights', () => {
  it('sets weights under 2^-33 to zero and leaves the others as they are', () => {
    const weights = new Float32Array(300).fill(0.5);
    weights.set([1e-40, -1e-20, 1e-9, 0]);
    const bytes = model(weights);
    expect(flushTinyWeights(bytes)).toBe(2);
    const expected = new Float32Array(weights);
    expected.set([0, 0]);
    expect([...bytes]).toEqual([...model(expected)]);
  });

  it('leaves small tensors alone: an epsilon in them is meant', () => {
    expect(flushTinyWeights(model(Float32Array.of(1e-12, 1)))).toBe(0);
  });

  it('changes nothing in bytes that are no model', () => {
    const junk = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
    const before = [...junk];
    flushTinyWeights(junk);
    expect([...junk]).toEqual(before);
  });
});
