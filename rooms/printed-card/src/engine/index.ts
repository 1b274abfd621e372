export { startPrintReading } from '../reading/print-reading.ts';
export { openPrintEngine, type PrintEngine } from './open-print-engine.ts';
export type { RgbImage } from './rgb-image.ts';
