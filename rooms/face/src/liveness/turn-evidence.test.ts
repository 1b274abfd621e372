import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solidHead, viewOfHead } from '../../test/solid-head.ts';
import { readHeadPose } from '../quality/head-pose.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { weighTurn } from './turn-evidence.ts';

const { minimumResidual, minimumParallax, minimumNarrowing, yaw } = defaultFacePolicy.turn;

describe('weighTurn', () => {
  it('finds solidity in a turned head, signed by the side', () => {
    const frontal = viewOfHead(solidHead, 0);
    for (const degrees of [25, 30, -25, -30]) {
      const turned = viewOfHead(solidHead, degrees);
      const evidence = weighTurn(frontal, turned);
      expect(Math.sign(readHeadPose(turned).yaw)).toBe(Math.sign(degrees));
      expect(Math.abs(readHeadPose(turned).yaw)).toBeGreaterThan(yaw);
      expect(evidence?.residual).toBeGreaterThan(minimumResidual);
      expect(evidence?.narrowing).toBeGreaterThan(minimumNarrowing);
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
});
