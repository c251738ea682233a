import { api, type Problem } from '@/lib/http/api';
import type { ImportRow, RowError, VisitRow } from '@/lib/members/import';

/** Visits are short and many. */
const batchOf = { members: 500, visits: 1000 };
const TRIES = 6;

export interface Counts {
  new: number;
  changed: number;
  same: number;
  bad: number;
  errors: RowError[];
}

export interface Progress {
  done: number;
  /** The service was too busy, and is asked again. */
  waiting: boolean;
}

const isPassing = ({ status }: Problem) => status === 0 || status === 429 || status >= 502;
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

/**
 * Sends rows a batch after the other and adds up the answers. What will pass (no network, too many requests) is tried
 * again for about a minute; a batch that comes twice does nothing.
 * @returns null when `signal` stopped it
 */
export async function inBatches(
  path: `/api/${string}`,
  kind: keyof typeof batchOf,
  rows: (ImportRow | VisitRow)[],
  more: object,
  told: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<{ ok: true; data: Counts } | { ok: false; problem: Problem } | null> {
  const size = batchOf[kind];
  const sum: Counts = { new: 0, changed: 0, same: 0, bad: 0, errors: [] };
  for (let from = 0; from < rows.length; from += size) {
    const body = { ...more, rows: rows.slice(from, from + size) };
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted) return null;
      const answer = await api<Counts>(path, { body });
      if (answer.ok) {
        for (const key of ['new', 'changed', 'same', 'bad'] as const) sum[key] += answer.data[key];
        sum.errors.push(...answer.data.errors);
        break;
      }
      if (attempt === TRIES || !isPassing(answer.problem)) return answer;
      told({ done: from, waiting: true });
      await pause(Math.min(answer.problem.retry_after_s ?? 2 ** attempt, 60));
    }
    told({ done: Math.min(rows.length, from + size), waiting: false });
  }
  return { ok: true, data: sum };
}
