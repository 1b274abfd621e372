export type { PictureProcess } from './launch-picture-process.ts';
export { launchPictureProcess } from './launch-picture-process.ts';
export type { MessageLimits } from './message-frames.ts';
export { servePictures } from './serve-pictures.ts';
