import { describe, expect, it } from 'vitest';
import { isVirtualCameraName } from './camera-names.ts';

describe('isVirtualCameraName', () => {
  it.each([
    'OBS Virtual Camera',
    'OBS-Camera',
    'Dummy video device (0x0000) (platform:v4l2loopback-000)',
    'ManyCam Video Source',
    'Snap Camera',
    'XSplit VCam',
    'Camera (NVIDIA Broadcast)',
    'mmhmm Camera',
    'fake_device_0',
  ])('injected stream: knows %s', (label) => {
    expect(isVirtualCameraName(label)).toBe(true);
  });

  it.each([
    'HD Pro Webcam C920 (046d:082d)',
    'OBSBOT Tiny 2',
    'Logitech BRIO',
    'Integrated Camera',
    'FaceTime HD Camera',
    'USB2.0 FHD UVC WebCam',
    '',
  ])('leaves %j alone', (label) => {
    expect(isVirtualCameraName(label)).toBe(false);
  });
});
