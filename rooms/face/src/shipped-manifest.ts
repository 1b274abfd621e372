import type { ModelManifest } from './model-manifest.ts';

const licence = 'the package states MIT';
const source = 'npm faceplugin-face-recognition-js 0.0.1, model/';
const unknown = 'Origin of the weights and training data are not established.';
const entry = (file: string, name: string) => ({
  file,
  sha256: '0'.repeat(64),
  name,
  source,
  licence,
  notKnown: unknown,
  input: { shape: [1], colour: 'rgb' as const, mean: 0, scale: 1, crop: '' },
});

export const shippedManifest: ModelManifest = {
  detector: entry('fr_detect.onnx', 'RFB-320'),
  landmarks: entry('fr_landmark.onnx', '68 points'),
  recogniser: entry('fr_feature.onnx', 'fr_feature'),
  liveness: entry('fr_liveness.onnx', 'fr_liveness'),
  eyes: entry('fr_eye.onnx', 'fr_eye'),
  thresholds: [],
  shipped: { threshold: 0.48, falseMatchRate: 1e-3, statement: '' },
};
