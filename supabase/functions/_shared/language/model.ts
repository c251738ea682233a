import { BUCKETS, type Vector } from './features.ts';

/** A softmax regression: one row of weights a bucket, one column a class. */
export type Model = { classes: number; weights: Float32Array; bias: Float32Array };

export type Sample = { vector: Vector; label: number };

const ROUNDS = 5;
const STEP = 0.9;
const BIAS_STEP = 0.02;
const STEADY = 0.05;
/** A squared error so small that the sample teaches nothing. */
const LEARNT = 4e-3;

/** Fills `scores` with the probabilities of the classes. The inner loops are plain: they run millions of times a load. */
function score(
  { classes, weights, bias }: Model,
  { indices, weights: values }: Vector,
  scores: Float32Array,
): void {
  scores.set(bias);
  for (let at = 0; at < indices.length; at += 1) {
    const row = (indices[at] as number) * classes;
    const value = values[at] as number;
    for (let label = 0; label < classes; label += 1) {
      scores[label] = (scores[label] as number) + value * (weights[row + label] as number);
    }
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < classes; label += 1) highest = Math.max(highest, scores[label] as number);
  let sum = 0;
  for (let label = 0; label < classes; label += 1) {
    const power = Math.exp((scores[label] as number) - highest);
    scores[label] = power;
    sum += power;
  }
  for (let label = 0; label < classes; label += 1) scores[label] = (scores[label] as number) / sum;
}

/** Probabilities of the classes for one vector. */
export function predict(model: Model, vector: Vector): Float32Array {
  const scores = new Float32Array(model.classes);
  score(model, vector, scores);
  return scores;
}

/** Fits the samples by adaptive gradient steps in a fixed order, so that every load gives the same model. */
export function train(samples: readonly Sample[], classes: number): Model {
  const model: Model = {
    classes,
    weights: new Float32Array(BUCKETS * classes),
    bias: new Float32Array(classes),
  };
  const energy = new Float32Array(BUCKETS).fill(STEADY);
  const errors = new Float32Array(classes);
  const order = samples.map((_, index) => index);
  let seed = 7;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) learn(model, energy, errors, samples[index] as Sample);
  }
  return model;
}

function learn(model: Model, energy: Float32Array, errors: Float32Array, { vector, label }: Sample): void {
  const { classes, weights, bias } = model;
  score(model, vector, errors);
  errors[label] = (errors[label] as number) - 1;
  let size = 0;
  for (let column = 0; column < classes; column += 1) size += (errors[column] as number) ** 2;
  if (size < LEARNT) return;
  const { indices, weights: values } = vector;
  for (let at = 0; at < indices.length; at += 1) {
    const index = indices[at] as number;
    const value = values[at] as number;
    const spent = (energy[index] as number) + value * value * size;
    energy[index] = spent;
    const step = (STEP * value) / Math.sqrt(spent);
    const row = index * classes;
    for (let column = 0; column < classes; column += 1) {
      weights[row + column] = (weights[row + column] as number) - step * (errors[column] as number);
    }
  }
  for (let column = 0; column < classes; column += 1) {
    bias[column] = (bias[column] as number) - BIAS_STEP * (errors[column] as number);
  }
}
