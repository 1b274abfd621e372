import { type Attempt, done } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { fail } from '../fail.ts';
import { FaultPlan } from './fault-plan.ts';

const validator = Compile(FaultPlan);

/** Checks a fault plan that comes from a file. Fails with `fault-plan-malformed`. */
export function parseFaultPlan(json: unknown): Attempt<FaultPlan> {
  if (validator.Check(json)) return done(json);
  const [first] = validator.Errors(json);
  return fail(
    'fault-plan-malformed',
    first === undefined ? 'not a fault plan' : `${first.instancePath} ${first.message}`,
  );
}
