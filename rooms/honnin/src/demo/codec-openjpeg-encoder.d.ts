/** The parts of the OpenJPEG build that the demo uses to make a chip photo; the package ships no types. */
declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  export interface J2KEncoder {
    getDecodedBuffer(frame: {
      width: number;
      height: number;
      bitsPerSample: number;
      componentCount: number;
      isSigned: boolean;
    }): Uint8Array;
    getEncodedBuffer(): Uint8Array;
    encode(): void;
    setDecompositions(levels: number): void;
    setQuality(lossless: boolean, rate: number): void;
    setCompressionRatio(layer: number, ratio: number): void;
    delete(): void;
  }
  const open: () => Promise<{ readonly J2KEncoder: new () => J2KEncoder }>;

  export { open as default };
}
