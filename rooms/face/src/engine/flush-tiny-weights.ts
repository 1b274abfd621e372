/** Field numbers of the ONNX messages: ModelProto.graph, GraphProto.initializer, TensorProto.*. */
const field = { graph: 7, initializer: 5, dataType: 2, rawData: 9 } as const;
const float = 1;
/** Bits of 2^-33: at the inputs these networks see, such a weight is below the rounding of any sum. */
const tiny = 0x2f000000;
/** Smaller tensors may hold an epsilon that is meant. */
const minimumBytes = 1024;

/**
 * Sets the float weights of an ONNX model that are smaller than 2^-33 to zero, in place. Their products are
 * subnormal numbers, which the processor handles in microcode: the shipped recogniser, a fifth of whose
 * weights are such, takes seven times as long with them, for the same output to the last bit. Done in memory,
 * after the file's hash was checked. Answers how many weights were set to zero.
 */
export function flushTinyWeights(model: Uint8Array): number {
  let flushed = 0;
  walk(model, (graphField, graph) => {
    if (graphField !== field.graph || graph === null) return;
    walk(graph, (tensorField, tensor) => {
      if (tensorField !== field.initializer || tensor === null) return;
      let type = 0;
      let raw: Uint8Array | null = null;
      walk(tensor, (number, bytes, value) => {
        if (number === field.dataType) type = value;
        if (number === field.rawData) raw = bytes;
      });
      if (type === float && raw !== null) flushed += flush(raw);
    });
  });
  return flushed;
}

function flush(raw: Uint8Array): number {
  if (raw.byteLength < minimumBytes) return 0;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  let flushed = 0;
  for (let at = 0; at + 4 <= raw.byteLength; at += 4) {
    const magnitude = view.getUint32(at, true) & 0x7fffffff;
    if (magnitude !== 0 && magnitude < tiny) {
      view.setUint32(at, 0);
      flushed++;
    }
  }
  return flushed;
}

type Visit = (field: number, bytes: Uint8Array | null, value: number) => void;

/** Walks the top fields of one protocol buffer message; stops where it is not well formed. */
function walk(message: Uint8Array, visit: Visit): void {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; at < message.length; factor *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        visit(number, null, varint());
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const length = varint();
        if (at + length > message.length) return;
        visit(number, message.subarray(at, at + length), 0);
        at += length;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        return;
    }
  }
}
