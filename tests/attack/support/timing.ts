export interface Figures {
  /** In milliseconds, of either kind. */
  medians: [number, number];
  /** How far the ranks of both are from those of one and the same; beyond 4 is not chance. */
  z: number;
  differ: boolean;
}

const median = (sorted: number[]) => {
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half - 0.5)] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
};

const LEAST_MS = 3;
const LEAST_PART = 0.25;
const NOT_CHANCE = 4;

/**
 * Whether two lists of times come from different programs: their medians are apart by more than 3 ms and a quarter,
 * and the Mann-Whitney rank test calls that no chance (z beyond 4: once in 15,000 comparisons).
 */
export function differ(one: number[], other: number[]): Figures {
  const medians: [number, number] = [
    median(one.toSorted((a, b) => a - b)),
    median(other.toSorted((a, b) => a - b)),
  ];
  const z = rankZ(one, other);
  const apart = Math.abs(medians[0] - medians[1]);
  const isFar = apart > Math.max(LEAST_MS, LEAST_PART * Math.min(...medians));
  return { medians, z, differ: isFar && Math.abs(z) > NOT_CHANCE };
}

function rankZ(one: number[], other: number[]): number {
  const all = [...one.map((ms) => ({ ms, mine: true })), ...other.map((ms) => ({ ms, mine: false }))];
  all.sort((a, b) => a.ms - b.ms);
  const ranks = all.reduce((sum, { mine }, at) => sum + (mine ? at + 1 : 0), 0);
  const [n, m] = [one.length, other.length];
  const u = ranks - (n * (n + 1)) / 2;
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}
