import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { shippedManifest } from '../manifest/shipped-manifest.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { isWorkerOrder } from './is-worker-order.ts';
import { WorkerOrder } from './worker-messages.ts';

const schema = Compile(WorkerOrder);
const camera = { label: 'a camera', width: 640, height: 480, frameRate: null };
const orders: readonly WorkerOrder[] = [
  { type: 'open', modelsDirectory: 'models', threads: 1, manifest: shippedManifest },
  { type: 'start', policy: defaultFacePolicy, camera: null, draws: [0, 0.3] },
  { type: 'start', policy: defaultFacePolicy, camera, draws: [] },
  { type: 'start', policy: defaultFacePolicy, camera: { ...camera, frameRate: 30 }, draws: [] },
  { type: 'frame', at: 1, captured: null, draws: [0.999] },
  { type: 'frame', at: 1.5, captured: 12, draws: [] },
  { type: 'ask-without-turning', at: 0 },
];

/** Every place in an order, but for the inside of a manifest, which only the terminal looks at. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || path[0] === 'manifest') return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))];
}

function change(value: unknown, [first, ...rest]: readonly string[], to: unknown): unknown {
  if (first === undefined) return to;
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === first ? change(one, rest, to) : one));
  const record = value as Record<string, unknown>;
  return { ...record, [first]: change(record[first], rest, to) };
}

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, 0, 1, 1.5, -1, 65, '', 'open', null, [], {}, [1], [0.5], ['stand-in-camera']),
);

describe('orders to a face worker', () => {
  it('are taken as they stand in the protocol', () => {
    for (const order of orders) expect(isWorkerOrder(JSON.parse(JSON.stringify(order)))).toBe(true);
  });

  it('with anything in them put in place of something else are judged as the schema judges them', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...orders), fc.nat(), strange, (order, place, to) => {
        const places = placesIn(order).filter(([first]) => first !== 'manifest');
        const wire = JSON.stringify(change(order, places[place % places.length] ?? [], to));
        fc.pre(wire !== undefined);
        const changed: unknown = JSON.parse(wire);
        expect(isWorkerOrder(changed)).toBe(schema.Check(changed));
        if (!isWorkerOrder(changed)) refused++;
      }),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });

  it('that are nothing of the kind are refused', () => {
    const none = [null, 1, 'open', [], {}, { type: 'toString' }, { type: '__proto__' }, { type: 'shut' }];
    for (const body of none) expect(isWorkerOrder(body)).toBe(false);
    expect(isWorkerOrder({ ...orders[0], manifest: null })).toBe(false);
  });
});
