import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeadPoint, solidHead, viewOfHead } from '../../test/solid-head.ts';
import { readHeadPose } from '../quality/head-pose.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { turnSolidity, weighTurn } from './turn-evidence.ts';

const { minimumResidual, minimumParallax, minimumNarrowing, minimumNoseOffSheet, minimumSolidity, yaw } =
  defaultFacePolicy.turn;

describe('weighTurn', () => {
  it('finds solidity in a turned head, signed by the side', () => {
    const frontal = viewOfHead(solidHead, 0);
    for (const degrees of [27, 32, -27, -32]) {
      const turned = viewOfHead(solidHead, degrees);
      const evidence = weighTurn(frontal, turned);
      expect(Math.sign(readHeadPose(turned).yaw)).toBe(Math.sign(degrees));
      expect(Math.abs(readHeadPose(turned).yaw)).toBeGreaterThan(yaw);
      expect(evidence?.residual).toBeGreaterThan(minimumResidual);
      expect(evidence?.narrowing).toBeGreaterThan(minimumNarrowing);
      if (evidence === null) throw new Error('nothing was fitted');
      expect(turnSolidity(evidence, readHeadPose(turned).yaw)).toBeGreaterThan(minimumSolidity);
      expect((evidence?.noseOffSheet ?? 0) * Math.sign(degrees)).toBeGreaterThan(minimumNoseOffSheet);
      expect((evidence?.parallax ?? 0) * Math.sign(degrees)).toBeGreaterThan(minimumParallax);
    }
  });

  it('finds none in a flat picture, however it is held', () => {
    const flat = solidHead.map(([x, y]) => [x, y, 0] as const);
    const frontal = viewOfHead(flat, 0);
    const angle = fc.double({ min: -65, max: 65, noNaN: true });
    fc.assert(
      fc.property(angle, angle, (degrees, pitch) => {
        const evidence = weighTurn(frontal, viewOfHead(flat, degrees, pitch));
        expect(evidence?.residual ?? 0).toBeLessThan(0.02);
        expect(Math.abs(evidence?.parallax ?? 0)).toBeLessThan(0.02);
      }),
    );
  });

  it('bent picture: finds the nose on the sheet, however the sheet is bent and held', () => {
    const flat = solidHead.map(([x, y]) => [x, y, 0] as const);
    const frontal = viewOfHead(flat, 0);
    const angle = fc.double({ min: -60, max: 60, noNaN: true });
    const axis = fc.double({ min: 0, max: Math.PI, noNaN: true });
    const curvature = fc.double({ min: -0.8, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(angle, angle, axis, curvature, (degrees, pitch, direction, bend) => {
        const evidence = weighTurn(frontal, viewOfHead(bendSheet(flat, direction, bend), degrees, pitch / 2));
        if ((evidence?.narrowing ?? 0) < minimumNarrowing) return;
        expect(Math.abs(evidence?.noseOffSheet ?? 0)).toBeLessThan(minimumNoseOffSheet);
      }),
    );
  });
});

/** A flat sheet laid round a pipe of radius 1 / `bend`, whose axis is `direction` from upright. */
function bendSheet(flat: readonly HeadPoint[], direction: number, bend: number): readonly HeadPoint[] {
  const [c, s] = [Math.cos(direction), Math.sin(direction)];
  return flat.map(([x, y]) => {
    const across = x * c + y * s;
    const along = y * c - x * s;
    const x1 = Math.abs(bend) < 1e-6 ? across : Math.sin(across * bend) / bend;
    const z = Math.abs(bend) < 1e-6 ? 0 : (Math.cos(across * bend) - 1) / bend;
    return [x1 * c - along * s, along * c + x1 * s, z] as const;
  });
}
