/** The value below which this share of a list lies: 0.5 is the median. 0 for an empty list. */
export function percentile(list: number[], share: number): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length * share)] ?? 0;
}

/** The list in a random order. */
export function shuffled<T>(list: readonly T[]): T[] {
  const out = [...list];
  for (let last = out.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [out[last], out[other]] = [out[other] as T, out[last] as T];
  }
  return out;
}

/**
 * How long each call takes in milliseconds, `rounds` times after three to warm up; every round runs all of them in a
 * random order, so that what else the machine does falls on each alike.
 */
export async function timeAll<K extends string>(
  calls: Record<K, () => Promise<unknown>>,
  rounds: number,
): Promise<Record<K, number[]>> {
  const names = Object.keys(calls) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -3; round < rounds; round++) {
    for (const name of shuffled(names)) {
      const began = performance.now();
      await calls[name]();
      if (round >= 0) times[name].push(performance.now() - began);
    }
  }
  return times;
}
