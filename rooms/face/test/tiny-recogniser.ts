/** Protocol buffer fields, as far as an ONNX model of one node needs them. */
function field(number: number, value: number | string | readonly number[]): number[] {
  if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
  const body = typeof value === 'string' ? [...Buffer.from(value)] : value;
  return [...varint(number * 8 + 2), ...varint(body.length), ...body];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function tensor(name: string, sides: readonly number[]): number[] {
  const shape = sides.flatMap((side) => field(1, field(1, side)));
  return [...field(1, name), ...field(2, field(1, [...field(1, 1), ...field(2, shape)]))];
}

/**
 * An ONNX network of one node (ModelProto, IR version 8, operators 13): mean colours of squares of `side`
 * pixels of an input of 1x3x`input`x`input`. It recognises nobody, but has the shape of a recogniser whose
 * template has 3 (input / side)^2 numbers.
 */
export function tinyRecogniser(input: number, side: number): Uint8Array {
  const sides = (name: string) => [...field(1, name), ...field(8, side), ...field(8, side), ...field(20, 7)];
  const node = [
    ...field(1, 'face'),
    ...field(2, 'template'),
    ...field(4, 'AveragePool'),
    ...field(5, sides('kernel_shape')),
    ...field(5, sides('strides')),
  ];
  const graph = [
    ...field(1, node),
    ...field(2, 'tiny'),
    ...field(11, tensor('face', [1, 3, input, input])),
    ...field(12, tensor('template', [1, 3, input / side, input / side])),
  ];
  return Uint8Array.from([...field(1, 8), ...field(7, graph), ...field(8, field(2, 13))]);
}
