import jpegTurbo from '@julusian/jpeg-turbo';
import type { Canvas } from './canvas.ts';
import type { Chance } from './chance.ts';
import { type Pinhole, paintSurface, type RoomLight } from './paint-surface.ts';
import { createSensor, type SensorSettings } from './sensor.ts';
import type { Surface } from './surface.ts';

/** What stands before the camera in one moment, from back to front. */
interface Scene {
  /** Fills the whole canvas. */
  paintBackground(canvas: Canvas): void;
  readonly surfaces: readonly Surface[];
  /** Exposure against the usual one. */
  readonly gain: number;
}

export interface CameraSettings {
  readonly width: number;
  readonly height: number;
  /** Pixels; 470 at 640x480 is a webcam's angle of view of about 68 by 54 degrees. */
  readonly focal: number;
  readonly sensor: SensorSettings;
  /** JPEG quality, 1..100. */
  readonly quality: number;
  readonly light: RoomLight;
}

export interface VirtualCamera {
  readonly settings: CameraSettings;
  /** One frame: projected, blurred, exposed, with noise of its own, coded as JPEG. */
  shoot(scene: Scene): Uint8Array;
}

/** A camera as a browser would deliver it; every setting that is not given is drawn. */
export function createVirtualCamera(chance: Chance, given: Partial<CameraSettings> = {}): VirtualCamera {
  const settings: CameraSettings = {
    width: 640,
    height: 480,
    focal: (470 / 640) * (given.width ?? 640),
    sensor: {
      softness: chance.between(0.08, 0.3),
      read: chance.between(0.001, 0.004),
      shot: chance.between(0.006, 0.016),
    },
    quality: Math.round(chance.between(80, 92)),
    light: drawLight(chance),
    ...given,
  };
  const { width, height } = settings;
  const canvas: Canvas = { width, height, data: new Float32Array(width * height * 3) };
  const out = Buffer.alloc(width * height * 3);
  const coded = Buffer.alloc(jpegTurbo.bufferSize({ width, height }));
  const pinhole: Pinhole = { focal: settings.focal, centreX: width / 2, centreY: height / 2 };
  const sensor = createSensor(settings.sensor, chance);
  return {
    settings,
    shoot({ paintBackground, surfaces, gain }) {
      paintBackground(canvas);
      for (const surface of surfaces) paintSurface(canvas, pinhole, settings.light, surface);
      sensor.develop(canvas, gain, out);
      const jpeg = jpegTurbo.compressSync(out, coded, {
        format: jpegTurbo.FORMAT_RGB,
        width,
        height,
        quality: settings.quality,
        subsampling: jpegTurbo.SAMP_420,
      });
      return new Uint8Array(jpeg);
    },
  };
}

function drawLight(chance: Chance): RoomLight {
  const [x, y, z] = [chance.between(-0.7, 0.7), chance.between(-1, -0.4), chance.between(-1, -0.5)];
  const length = Math.hypot(x, y, z);
  const diffuse = chance.between(0.25, 0.6);
  return { lamp: [x / length, y / length, z / length], ambient: 1 - diffuse, diffuse };
}
