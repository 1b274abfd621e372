/** The encoder's settings that make a chip photo; the rest is declared beside the decoder. */
declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  interface J2KEncoder {
    setDecompositions(levels: number): void;
    setQuality(lossless: boolean, layers: number): void;
    setCompressionRatio(layer: number, ratio: number): void;
  }
}
