/** A small network, one hidden layer, that scores what covers a face. */
export interface OcclusionNetwork {
  readonly hidden: number;
  /** Hidden unit by hidden unit, signed bytes in base64; each unit has its own scale. */
  readonly weights: string;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** Output by output, over the hidden units. */
  readonly outputWeights: readonly (readonly number[])[];
  readonly outputBiases: readonly number[];
}

/** Softmax scores of the network's outputs; reads `features`, allocates little. */
export function openOcclusionNetwork(
  network: OcclusionNetwork,
): (features: Float32Array) => readonly number[] {
  const bytes = Buffer.from(network.weights, 'base64');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const inputs = weights.length / network.hidden;
  const hidden = new Float64Array(network.hidden);
  return (features) => {
    for (let unit = 0; unit < network.hidden; unit++) {
      const first = unit * inputs;
      let sum = 0;
      for (let i = 0; i < inputs; i++) sum += (weights[first + i] ?? 0) * (features[i] ?? 0);
      hidden[unit] = Math.max(0, sum * (network.scales[unit] ?? 0) + (network.biases[unit] ?? 0));
    }
    const raw = network.outputWeights.map((row, output) =>
      row.reduce((sum, w, unit) => sum + w * (hidden[unit] ?? 0), network.outputBiases[output] ?? 0),
    );
    hidden.fill(0);
    const most = Math.max(...raw);
    const powers = raw.map((v) => Math.exp(v - most));
    const all = powers.reduce((sum, v) => sum + v, 0);
    return powers.map((v) => v / all);
  };
}
