/** Formats that people take for pictures that every program reads; told by their first bytes (`??` is any). */
const formats: readonly { readonly start: string; readonly name: string }[] = [
  { start: 'RIFF????WEBP', name: 'a WebP picture' },
  { start: '????ftyphei', name: 'a HEIC picture, as iPhones take them' },
  { start: '????ftyphev', name: 'a HEIC picture, as iPhones take them' },
  { start: '????ftypmif1', name: 'a HEIF picture' },
  { start: '????ftypmsf1', name: 'a HEIF picture' },
  { start: '????ftypavif', name: 'an AVIF picture' },
  { start: '????ftypavis', name: 'an AVIF picture' },
  { start: '????ftyp', name: 'a video' },
  { start: 'GIF8', name: 'a GIF picture' },
  { start: 'BM????\0\0\0\0', name: 'a BMP picture' },
  { start: 'II*\0', name: 'a TIFF or raw camera picture' },
  { start: 'MM\0*', name: 'a TIFF or raw camera picture' },
  { start: '\0\0\0\x0cJXL ', name: 'a JPEG XL picture' },
  { start: '\xff\x0a', name: 'a JPEG XL picture' },
  { start: '%PDF', name: 'a PDF document' },
  { start: 'PK\x03\x04', name: 'a ZIP archive' },
  { start: '\x1aE\xdf\xa3', name: 'a video' },
];
const wildcard = '?';

/**
 * What bytes that are no JPEG, PNG or JPEG 2000 seem to be, and what to do about it: “a WebP picture: save it as
 * JPEG or PNG”.
 */
export function nameFormat(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'the file is empty';
  const found = formats.find(
    ({ start }) =>
      bytes.length >= start.length &&
      [...start].every((letter, i) => letter === wildcard || letter.charCodeAt(0) === bytes[i]),
  );
  if (found !== undefined) return `${found.name}: save it as JPEG or PNG`;
  if (isText(bytes.subarray(0, 512))) return 'text, not a picture';
  return 'neither JPEG, PNG nor JPEG 2000';
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
