import type { WorkerOrder } from './worker-messages.ts';

type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const isWhole: Check = (value) => Number.isInteger(value);
const isThreads: Check = (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 64;
const isDraw: Check = (value) => typeof value === 'number' && value >= 0 && value < 1;
const isDraws: Check = (value) => Array.isArray(value) && value.length <= 64 && value.every(isDraw);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const has =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

const isPolicy = has({
  threshold: isNumber,
  falseMatchRate: isNumber,
  minimumFrames: isWhole,
  wantedFrames: isWhole,
  relaxations: (value) => Array.isArray(value) && value.every(isText),
  turn: has({ count: isWhole, timeLimitMs: isNumber }),
  timeLimitMs: isNumber,
});
const isCamera = has({ label: isText, width: isNumber, height: isNumber, frameRate: orNull(isNumber) });

/** The compiler misses an order that is new, or a field of one. */
type Checks = { readonly [T in WorkerOrder['type']]: Checked<Extract<WorkerOrder, { readonly type: T }>> };
type Checked<Order> = Readonly<Record<Exclude<keyof Order, 'type'>, Check>>;

const orders: Checks = {
  // The terminal holds a manifest against its schema, and the engine every file against its hash.
  open: { modelsDirectory: isText, threads: isThreads, manifest: isRecord },
  start: { policy: isPolicy, camera: orNull(isCamera), draws: isDraws },
  frame: { at: isNumber, captured: orNull(isNumber), draws: isDraws },
  'ask-without-turning': { at: isNumber },
};

const isOrderName = (name: unknown): name is WorkerOrder['type'] =>
  typeof name === 'string' && Object.hasOwn(orders, name);

/**
 * Whether a message is an order of the protocol: what the schema `WorkerOrder` says (but for the inside of a
 * manifest), written out by hand, because loading a schema compiler takes as long as everything else that a
 * worker does before it stands ready.
 */
export function isWorkerOrder(body: unknown): body is WorkerOrder {
  return isRecord(body) && isOrderName(body['type']) && has(orders[body['type']])(body);
}
