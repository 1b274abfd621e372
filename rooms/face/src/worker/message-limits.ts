import type { MessageLimits } from '@honnin/picture-process';

/** Of what the terminal says: a manifest has some 10 kB; a photo as much as the decoder takes. */
export const orderLimits: MessageLimits = { maximumText: 512 * 1024, maximumPayload: 32 * 1024 * 1024 };

/** Of what a worker answers: never a picture. */
export const answerLimits: MessageLimits = { maximumText: 256 * 1024, maximumPayload: 0 };
