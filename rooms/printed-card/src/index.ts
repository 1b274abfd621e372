export { printedCardFailures } from './failures.ts';
export type { PrintAdvice } from './reading/print-advice.ts';
export type { PrintedNumber, PrintSight } from './reading/print-reading.ts';
export type { CardPrintReader, CardPrintReaderOptions } from './worker/card-print-reader.ts';
export { openCardPrintReader } from './worker/card-print-reader.ts';
