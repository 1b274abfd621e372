import type { Command } from 'commander';
import { addEligibilityLoad } from './eligibility-load.ts';
import { addEligibilitySeed } from './eligibility-seed.ts';
import { addEligibilityServe } from './eligibility-serve.ts';

/** `honnin eligibility …` */
export function addEligibilityCommands(program: Command): void {
  const eligibility = program.command('eligibility').description('the national eligibility service');
  addEligibilityServe(eligibility);
  addEligibilityLoad(eligibility);
  addEligibilitySeed(eligibility);
}
