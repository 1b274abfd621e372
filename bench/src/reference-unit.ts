import { createHash } from 'node:crypto';
import { type Measurement, measure } from './measure.ts';

const megabytes = 16;

/**
 * One unit of work that every machine can do: SHA-256 over 16 MiB. Ratios to it travel from machine to machine
 * and from a quiet hour to a busy one better than milliseconds do.
 */
export function measureReferenceUnit(): Promise<Measurement> {
  const bytes = new Uint8Array(megabytes * 1024 * 1024);
  return measure(`SHA-256 over ${megabytes} MiB (reference unit)`, 15, () =>
    createHash('sha256').update(bytes).digest(),
  );
}
