import type { FaceEngine } from '../engine/face-engine.ts';
import type { Chance } from './chance.ts';
import type { Subject } from './subject.ts';
import type { VirtualCamera } from './virtual-camera.ts';

/** Who attacks whom, before which camera. */
export interface AttackScene {
  readonly engine: FaceEngine;
  readonly victim: Subject;
  readonly attacker: Subject;
  readonly camera: VirtualCamera;
  readonly chance: Chance;
}
