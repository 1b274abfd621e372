export { createReception, type Reception } from './create-reception.ts';
export { type ReceptionFailureCode, receptionFailures } from './failures.ts';
export type { Log } from './log.ts';
export type {
  KnownTerminal,
  ReceptionDatabase,
  ReceptionOptions,
  ReceptionSettings,
  ReceptionTimes,
} from './reception-options.ts';
