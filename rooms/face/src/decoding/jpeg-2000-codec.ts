import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import openCodec, { type OpenJpeg } from '@cornerstonejs/codec-openjpeg/decodewasmjs';

/** Compiled code holds no picture, so that one compilation serves every photo. */
let compiled: Promise<WebAssembly.Module> | null = null;

/**
 * A fresh instance of the codec, with a memory of its own: a photo is decoded in it, and it is dropped. The
 * code is compiled once for the process, which is most of the 70 ms that a first photo took.
 */
export async function openJpeg2000Codec(listen: (line: string) => void): Promise<OpenJpeg> {
  const code = await compileJpeg2000Codec();
  return openCodec({
    print: listen,
    printErr: listen,
    instantiateWasm(imports, receive) {
      void WebAssembly.instantiate(code, imports).then(receive);
      return {};
    },
  });
}

/** Compiles the codec, if it is not yet; whoever expects a photo does so beforehand. */
export function compileJpeg2000Codec(): Promise<WebAssembly.Module> {
  compiled ??= readFile(
    createRequire(import.meta.url).resolve('@cornerstonejs/codec-openjpeg/decodewasm'),
  ).then((code) => WebAssembly.compile(code));
  return compiled;
}
