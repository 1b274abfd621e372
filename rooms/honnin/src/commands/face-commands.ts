import type { Command } from 'commander';
import { addFaceCompare } from './face-compare.ts';
import { addFaceEvaluate } from './face-evaluate.ts';
import { addFaceLiveness } from './face-liveness.ts';
import { addFaceQuality } from './face-quality.ts';

/** `honnin face …` */
export function addFaceCommands(program: Command): void {
  const face = program
    .command('face')
    .description('compare faces, look for liveness and quality, measure all of it');
  addFaceCompare(face);
  addFaceLiveness(face);
  addFaceQuality(face);
  addFaceEvaluate(face);
}
