import type { OcclusionNetwork } from '../../src/quality/occlusion-network.ts';

export interface Sample {
  readonly features: Float32Array;
  readonly label: number;
}

export interface TrainingOptions {
  readonly hidden: number;
  readonly outputs: number;
  readonly epochs: number;
  readonly random: () => number;
}

const batch = 64;
const dropout = 0.2;
const decay = 1e-3;
const rate = 2e-3;

/** Trains one hidden layer (ReLU, softmax) with Adam, dropout of inputs and weight decay. */
export function trainNetwork(samples: readonly Sample[], options: TrainingOptions): OcclusionNetwork {
  const { hidden, outputs, epochs, random } = options;
  const inputs = samples[0]?.features.length ?? 0;
  const mean = new Float64Array(inputs);
  for (const { features } of samples) {
    for (let i = 0; i < inputs; i++) mean[i] = (mean[i] ?? 0) + (features[i] ?? 0) / samples.length;
  }
  // One list for all parameters: weights by unit, biases, output weights by output, output biases.
  const [atBias, atOutput] = [hidden * inputs, hidden * inputs + hidden];
  const atLast = atOutput + outputs * hidden;
  const p = new Float64Array(atLast + outputs);
  for (let i = 0; i < atBias; i++) p[i] = normal(random) / Math.sqrt(inputs);
  for (let i = atOutput; i < atLast; i++) p[i] = normal(random) / Math.sqrt(hidden);
  const gradient = new Float64Array(p.length);
  const [first, second] = [new Float64Array(p.length), new Float64Array(p.length)];
  const x = new Float64Array(inputs);
  const h = new Float64Array(hidden);
  const z = new Float64Array(outputs);
  const order = samples.map((_, i) => i);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let start = 0; start < order.length; start += batch) {
      gradient.fill(0);
      const chosen = order.slice(start, start + batch);
      for (const index of chosen) {
        const sample = samples[index];
        if (sample !== undefined) learn(sample, 1 / chosen.length);
      }
      step++;
      const speed = rate * (1 - epoch / epochs);
      const [c1, c2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let i = 0; i < p.length; i++) {
        const isWeight = i < atBias || (i >= atOutput && i < atLast);
        const g = (gradient[i] ?? 0) + (isWeight ? decay * (p[i] ?? 0) : 0);
        const m = 0.9 * (first[i] ?? 0) + 0.1 * g;
        const v = 0.999 * (second[i] ?? 0) + 0.001 * g * g;
        first[i] = m;
        second[i] = v;
        p[i] = (p[i] ?? 0) - (speed * (m / c1)) / (Math.sqrt(v / c2) + 1e-8);
      }
    }
  }
  return pack();

  function learn({ features, label }: Sample, weight: number): void {
    for (let i = 0; i < inputs; i++) {
      x[i] = random() < dropout ? 0 : ((features[i] ?? 0) - (mean[i] ?? 0)) / (1 - dropout);
    }
    for (let u = 0; u < hidden; u++) {
      let sum = p[atBias + u] ?? 0;
      const row = u * inputs;
      for (let i = 0; i < inputs; i++) sum += (p[row + i] ?? 0) * (x[i] ?? 0);
      h[u] = Math.max(0, sum);
    }
    let [most, all] = [Number.NEGATIVE_INFINITY, 0];
    for (let o = 0; o < outputs; o++) {
      let sum = p[atLast + o] ?? 0;
      for (let u = 0; u < hidden; u++) sum += (p[atOutput + o * hidden + u] ?? 0) * (h[u] ?? 0);
      z[o] = sum;
      most = Math.max(most, sum);
    }
    for (let o = 0; o < outputs; o++) all += Math.exp((z[o] ?? 0) - most);
    for (let o = 0; o < outputs; o++) {
      z[o] = (Math.exp((z[o] ?? 0) - most) / all - (o === label ? 1 : 0)) * weight;
      gradient[atLast + o] = (gradient[atLast + o] ?? 0) + (z[o] ?? 0);
    }
    for (let u = 0; u < hidden; u++) {
      const value = h[u] ?? 0;
      if (value <= 0) continue;
      let back = 0;
      for (let o = 0; o < outputs; o++) {
        const at = atOutput + o * hidden + u;
        back += (z[o] ?? 0) * (p[at] ?? 0);
        gradient[at] = (gradient[at] ?? 0) + (z[o] ?? 0) * value;
      }
      gradient[atBias + u] = (gradient[atBias + u] ?? 0) + back;
      const row = u * inputs;
      for (let i = 0; i < inputs; i++) gradient[row + i] = (gradient[row + i] ?? 0) + back * (x[i] ?? 0);
    }
  }

  /** Signed bytes for each unit; the mean of the inputs goes into the biases. */
  function pack(): OcclusionNetwork {
    const bytes = new Int8Array(hidden * inputs);
    const scales: number[] = [];
    const biases: number[] = [];
    for (let u = 0; u < hidden; u++) {
      const row = p.subarray(u * inputs, (u + 1) * inputs);
      const scale = row.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-9) / 127;
      let bias = p[atBias + u] ?? 0;
      for (let i = 0; i < inputs; i++) {
        const v = Math.round((row[i] ?? 0) / scale);
        bytes[u * inputs + i] = v;
        bias -= v * scale * (mean[i] ?? 0);
      }
      scales.push(round(scale));
      biases.push(round(bias));
    }
    const outputWeights = Array.from({ length: outputs }, (_, o) =>
      Array.from(p.subarray(atOutput + o * hidden, atOutput + (o + 1) * hidden), round),
    );
    const outputBiases = Array.from(p.subarray(atLast), round);
    const weights = Buffer.from(bytes.buffer).toString('base64');
    return { hidden, weights, scales, biases, outputWeights, outputBiases };
  }
}

function round(v: number): number {
  return Number(v.toPrecision(6));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
  }
}
