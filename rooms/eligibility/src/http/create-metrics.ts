import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What an operator can watch. Labels name outcomes only, never people or institutions. */
export interface ServiceMetrics {
  readonly registry: Registry;
  readonly checks: Counter<'status'>;
  readonly problems: Counter<'code'>;
  readonly duration: Histogram;
}

/** Metrics in a registry of their own, so that several services can live in one process. */
export function createMetrics(): ServiceMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    checks: new Counter({
      name: 'honnin_eligibility_checks_total',
      help: 'Answers given, by status',
      labelNames: ['status'],
      registers: [registry],
    }),
    problems: new Counter({
      name: 'honnin_eligibility_problems_total',
      help: 'Requests that got no answer, by failure code',
      labelNames: ['code'],
      registers: [registry],
    }),
    duration: new Histogram({
      name: 'honnin_eligibility_check_seconds',
      help: 'Time from the request to the answer',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers: [registry],
    }),
  };
}
