import { expect, it } from 'vitest';
import { encodePicture } from '../sample-kit/encode-picture.ts';
import { decodeFrame } from './decode-frame.ts';

const jpeg = (width: number, height: number) =>
  encodePicture({ width, height, data: new Uint8Array(3 * width * height).fill(90) });

it('decodes a frame, and cuts one of odd sides to what the network takes', () => {
  expect(decodeFrame(jpeg(640, 480))).toMatchObject({ status: 'done', value: { width: 640, height: 480 } });
  const odd = decodeFrame(jpeg(650, 481));
  expect(odd).toMatchObject({ status: 'done', value: { width: 640, height: 480 } });
  if (odd.status === 'done') expect(odd.value.data.length).toBe(3 * 640 * 480);
});

it('a picture bomb: what its header says is too large is never decoded', () => {
  const bomb = jpeg(640, 480);
  const at = bomb.findIndex((byte, index) => byte === 0xff && bomb[index + 1] === 0xc0);
  new DataView(bomb.buffer, bomb.byteOffset).setUint16(at + 5, 65_000);
  expect(decodeFrame(bomb)).toMatchObject({
    status: 'failed',
    reason: { code: 'print-frame-unreadable', detail: '640x65000' },
  });
});

it('has an answer for what is no picture, or only the beginning of one', () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(50), jpeg(640, 480).subarray(0, 30)]) {
    expect(decodeFrame(bytes)).toMatchObject({
      status: 'failed',
      reason: { code: 'print-frame-unreadable' },
    });
  }
});
