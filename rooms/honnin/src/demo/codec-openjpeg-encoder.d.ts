/** The encoder's settings that the demo uses to make a chip photo; the rest is declared in the face room. */
declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  interface J2KEncoder {
    setDecompositions(levels: number): void;
    setQuality(lossless: boolean, rate: number): void;
    setCompressionRatio(layer: number, ratio: number): void;
  }
}
