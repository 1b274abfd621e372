import { servePictures } from '@honnin/picture-process';
import { Compile } from 'typebox/compile';
import { decodeFrame } from '../engine/decode-frame.ts';
import { openPrintEngine } from '../engine/open-print-engine.ts';
import { type PrintReading, startPrintReading } from '../reading/print-reading.ts';
import { orderLimits, type StartOrder, type WorkerAnswer, WorkerOrder } from './worker-messages.ts';

const checkOrder = Compile(WorkerOrder);

/**
 * The process's side: reads one card over as many pictures as it is sent, and ends when it has grown too large
 * too.
 */
export function servePrintWorker(): void {
  servePictures({
    orderLimits,
    isOrder: (body): body is WorkerOrder => checkOrder.Check(body),
    serve: createServing(),
  });
}

function createServing(): (order: WorkerOrder, picture: Uint8Array) => Promise<WorkerAnswer> {
  let reading: PrintReading | null = null;
  let memoryBytes = 0;

  async function start(order: StartOrder): Promise<WorkerAnswer> {
    const engine = await openPrintEngine(order.threads);
    if (engine.status === 'failed') return { type: 'failed', reason: engine.reason };
    ({ memoryBytes } = order);
    reading = startPrintReading(engine.value.reader, order.today);
    return { type: 'ready' };
  }

  return async (order, picture) => {
    if (order.type === 'start') {
      if (reading !== null) throw new Error('a second start');
      return start(order);
    }
    if (reading === null) throw new Error('a picture before the start');
    const image = decodeFrame(picture);
    if (image.status === 'failed') return { type: 'failed', reason: image.reason };
    let answer: WorkerAnswer;
    try {
      answer = { type: 'seen', sight: await reading.see(image.value) };
    } finally {
      image.value.data.fill(0);
    }
    const { rss } = process.memoryUsage();
    if (rss > memoryBytes) throw new Error(`${Math.round(rss / 2 ** 20)} MB are too much`);
    return answer;
  };
}
