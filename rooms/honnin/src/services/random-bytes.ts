import { randomBytes as bytes } from 'node:crypto';

/** That many unpredictable bytes. */
export const randomBytes = (length: number): Uint8Array => new Uint8Array(bytes(length));
