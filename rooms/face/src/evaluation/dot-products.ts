import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Cosines of many templates with many: one matrix product. */
export interface DotProducts extends AsyncDisposable {
  /** Rows of `a` (m x length) with rows of `b` (n x length): m x n, row by row. */
  multiply(a: Float32Array, b: Float32Array): Promise<Float32Array>;
}

/**
 * Opens a matrix product of rows of `length` numbers, run by the library that runs the networks: some fifty
 * times as fast as a loop. Single precision: cosines come within 1e-6 of the exact ones.
 */
export async function openDotProducts(length: number, threads: number): Promise<DotProducts> {
  const session = await InferenceSession.create(productModel(), {
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  return {
    async multiply(a, b) {
      const { y } = await session.run({
        a: new Tensor('float32', a, [a.length / length, length]),
        b: new Tensor('float32', b, [b.length / length, length]),
      });
      if (!(y?.data instanceof Float32Array)) throw new Error('the product lacks its output');
      return y.data;
    },
    async [Symbol.asyncDispose]() {
      await session.release();
    },
  };
}

/** The ONNX model `y = Gemm(a, b, transB=1)`, written field by field (onnx.proto of IR version 8). */
function productModel(): Uint8Array {
  const node = [text(1, 'a'), text(1, 'b'), text(2, 'y'), text(4, 'Gemm'), bytes(5, attribute('transB', 1))];
  const graph = [
    bytes(1, join(node)),
    text(2, 'product'),
    bytes(11, matrix('a', 'm', 'k')),
    bytes(11, matrix('b', 'n', 'k')),
    bytes(12, matrix('y', 'm', 'n')),
  ];
  // Operators of the default domain, version 13.
  const operators = join([text(1, ''), number(2, 13)]);
  return join([number(1, 8), bytes(7, join(graph)), bytes(8, operators)]);
}

function attribute(name: string, value: number): Uint8Array {
  const integer = 2;
  return join([text(1, name), number(3, value), number(20, integer)]);
}

/** ValueInfoProto of a float matrix whose sides have names in place of lengths. */
function matrix(name: string, rows: string, columns: string): Uint8Array {
  const float = 1;
  const shape = join([rows, columns].map((side) => bytes(1, text(2, side))));
  const tensor = join([number(1, float), bytes(2, shape)]);
  return join([text(1, name), bytes(2, bytes(1, tensor))]);
}

function bytes(field: number, content: Uint8Array): Uint8Array {
  return join([varint(field * 8 + 2), varint(content.length), content]);
}

function text(field: number, content: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(content));
}

function number(field: number, value: number): Uint8Array {
  return join([varint(field * 8), varint(value)]);
}

function varint(value: number): Uint8Array {
  const out: number[] = [];
  let rest = value;
  while (rest >= 128) {
    out.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return Uint8Array.from([...out, rest]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
