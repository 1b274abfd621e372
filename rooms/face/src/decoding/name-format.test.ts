import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeImage } from './decode-image.ts';
import { nameFormat } from './name-format.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('a file that is no JPEG, PNG or JPEG 2000', () => {
  it.each([
    ['RIFF\x24\0\0\0WEBPVP8 ', 'a WebP picture: save it as JPEG or PNG'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1', 'a HEIC picture, as iPhones take them: save it as JPEG or PNG'],
    ['\0\0\0\x1cftypavif\0\0\0\0', 'an AVIF picture: save it as JPEG or PNG'],
    ['\0\0\0\x20ftypisom\0\0\x02\0', 'a video: save it as JPEG or PNG'],
    ['GIF89a', 'a GIF picture: save it as JPEG or PNG'],
    ['BM\x36\0\0\0\0\0\0\0', 'a BMP picture: save it as JPEG or PNG'],
    ['%PDF-1.7', 'a PDF document: save it as JPEG or PNG'],
    ['a,b,same\n', 'text, not a picture'],
    ['\x01\x02\x03', 'neither JPEG, PNG nor JPEG 2000'],
    ['', 'the file is empty'],
  ])('%j is said to be what it is', async (start, said) => {
    expect(nameFormat(bytesOf(start))).toBe(said);
    expect(await decodeImage(bytesOf(start))).toMatchObject({
      status: 'failed',
      reason: { code: 'image-format-unsupported', detail: said },
    });
  });

  it('whatever it holds is named and never stops anything', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => nameFormat(bytes).length > 0));
  });
});
