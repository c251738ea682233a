import { BUCKETS, type Vector } from './features.ts';

/** A softmax regression: one row of weights a bucket, one column a class. */
export type Model = { classes: number; weights: Float32Array; bias: Float32Array };

export type Sample = { vector: Vector; label: number };

const ROUNDS = 14;
const STEP = 0.6;
const STEADY = 0.05;

/** Probabilities of the classes for one vector. */
export function predict(model: Model, vector: Vector): Float32Array {
  const scores = Float32Array.from(model.bias);
  for (let at = 0; at < vector.indices.length; at += 1) {
    const row = (vector.indices[at] ?? 0) * model.classes;
    const weight = vector.weights[at] ?? 0;
    for (let label = 0; label < model.classes; label += 1) {
      scores[label] = (scores[label] ?? 0) + weight * (model.weights[row + label] ?? 0);
    }
  }
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let label = 0; label < model.classes; label += 1) {
    scores[label] = Math.exp((scores[label] ?? 0) - highest);
    sum += scores[label] ?? 0;
  }
  return scores.map((score) => score / sum);
}

/** Fits the samples by adaptive gradient steps in a fixed order, so that every load gives the same model. */
export function train(samples: readonly Sample[], classes: number): Model {
  const model: Model = {
    classes,
    weights: new Float32Array(BUCKETS * classes),
    bias: new Float32Array(classes),
  };
  const energy = new Float32Array(BUCKETS).fill(STEADY);
  const order = samples.map((_, index) => index);
  let seed = 7;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const sample = samples[index];
      if (sample) learn(model, energy, sample);
    }
  }
  return model;
}

function learn(model: Model, energy: Float32Array, { vector, label }: Sample): void {
  const errors = predict(model, vector);
  errors[label] = (errors[label] ?? 0) - 1;
  let size = 0;
  for (const error of errors) size += error * error;
  if (size < 1e-4) return;
  for (let at = 0; at < vector.indices.length; at += 1) {
    const index = vector.indices[at] ?? 0;
    const weight = vector.weights[at] ?? 0;
    energy[index] = (energy[index] ?? 0) + weight * weight * size;
    const step = (STEP * weight) / Math.sqrt(energy[index] ?? 1);
    const row = index * model.classes;
    for (let column = 0; column < model.classes; column += 1) {
      model.weights[row + column] = (model.weights[row + column] ?? 0) - step * (errors[column] ?? 0);
    }
  }
  for (let column = 0; column < model.classes; column += 1) {
    model.bias[column] = (model.bias[column] ?? 0) - 0.02 * (errors[column] ?? 0);
  }
}
