import type { Command } from 'commander';
import { addFaceCompare } from './face-compare.ts';
import { addFaceEvaluate } from './face-evaluate.ts';
import { addFaceLiveness } from './face-liveness.ts';

/** `honnin face …` */
export function addFaceCommands(program: Command): void {
  const face = program.command('face').description('compare faces, look for liveness, measure both');
  addFaceCompare(face);
  addFaceLiveness(face);
  addFaceEvaluate(face);
}
