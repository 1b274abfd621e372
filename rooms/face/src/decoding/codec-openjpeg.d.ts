/** The parts of the OpenJPEG build that this room uses; the package ships no types of its own. */
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  export interface FrameInfo {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: number;
    readonly componentCount: number;
    readonly isSigned: boolean;
  }
  export interface J2KDecoder {
    getEncodedBuffer(length: number): Uint8Array;
    getDecodedBuffer(): Uint8Array;
    decode(): void;
    getFrameInfo(): FrameInfo;
    delete(): void;
  }
  export interface OpenJpeg {
    readonly HEAPU8: Uint8Array;
    readonly J2KDecoder: new () => J2KDecoder;
  }
  export interface OpenJpegOptions {
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
    /** Hands in an instance made elsewhere; answers an empty object and calls back later. */
    readonly instantiateWasm?: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ) => object;
  }
  const open: (options: OpenJpegOptions) => Promise<OpenJpeg>;

  export { open as default };
}

/** The build with the encoder; tests make their pictures with it. */
declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  import type { FrameInfo, OpenJpegOptions } from '@cornerstonejs/codec-openjpeg/decodewasmjs';

  export interface J2KEncoder {
    getDecodedBuffer(frame: FrameInfo): Uint8Array;
    encode(): void;
    getEncodedBuffer(): Uint8Array;
    delete(): void;
  }
  const open: (options: OpenJpegOptions) => Promise<{ readonly J2KEncoder: new () => J2KEncoder }>;

  export { open as default };
}
