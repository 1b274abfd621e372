import { createRequire } from 'node:module';
import path from 'node:path';

/** What is used of TensorFlow.js. */
export interface TensorFlow {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  tensor(data: Uint8Array, shape: readonly number[], type: 'int32' | 'float32'): unknown;
  dispose(tensor: unknown): void;
}

interface WasmBackend {
  setWasmPaths(folder: string): void;
  setThreadsCount(count: number): void;
}

/** Loads packages of `folder`, and has TensorFlow.js find its WebAssembly there. */
export function openWasmBackend(folder: string): {
  load: (file: string) => unknown;
  file: (name: string) => string;
} {
  const load = createRequire(path.join(folder, 'package.json'));
  const file = (name: string) => path.join(folder, 'node_modules', name);
  const wasm = load('@tensorflow/tfjs-backend-wasm') as WasmBackend;
  wasm.setWasmPaths(`${file('@tensorflow/tfjs-backend-wasm/dist')}${path.sep}`);
  wasm.setThreadsCount(1);
  return { load, file };
}
