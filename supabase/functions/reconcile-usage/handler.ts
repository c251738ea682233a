import type { Db } from '../_shared/db.ts';

const PATIENCE_MS = 20_000;
const MOST_PAGES = 20;
const DAY_S = 86_400;

/** Who is asked for the organization's costs, by which key, and of which project alone. */
export interface Admin {
  url: string;
  key: string;
  project: string | undefined;
}

/** A day of UTC, `YYYY-MM-DD`, and what the provider charges for it in US dollars. */
export interface Day {
  day: string;
  usd: number;
}

/** What came of it: days compared, nothing to do, or why not. */
export type Outcome = { days: number } | { error: string };

/** An answer that cannot be taken; `code` is short, and nobody's text. */
class Unusable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The provider of the function's variables; null without an admin key, for then nothing is asked. */
export function adminOf(env: { get(name: string): string | undefined }): Admin | null {
  const key = env.get('OPENAI_ADMIN_KEY') ?? '';
  if (!key) return null;
  const url = (env.get('OPENAI_BASE_URL') || 'https://api.openai.com/v1').replace(/\/$/, '');
  return { url, key, project: env.get('OPENAI_PROJECT_ID') || undefined };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const secondsOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;
const dayOf = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

function amountOf(result: unknown): number {
  const amount = isObject(result) && isObject(result.amount) ? result.amount : {};
  // Some answers carry their decimals as text.
  const value = typeof amount.value === 'string' ? Number.parseFloat(amount.value) : amount.value;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unusable('malformed');
  if (typeof amount.currency !== 'string' || amount.currency.toLowerCase() !== 'usd')
    throw new Unusable('currency');
  return value;
}

async function page(admin: Admin, query: URLSearchParams): Promise<Record<string, unknown>> {
  const answer = await fetch(`${admin.url}/organization/costs?${query}`, {
    headers: { authorization: `Bearer ${admin.key}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new Unusable(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable');
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new Unusable(`http_${answer.status}`);
  if (!isObject(body) || !Array.isArray(body.data)) throw new Unusable('malformed');
  return body;
}

/**
 * What the provider charges for each day from `from` until before `to`, all pages of it; a day that it does not name
 * is left out. Throws when an answer is refused or is not what the protocol says.
 */
export async function readCosts(admin: Admin, from: string, to: string): Promise<Day[]> {
  const [first, end] = [secondsOf(from), secondsOf(to)];
  const sums = new Map<string, number>();
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = new URLSearchParams({
      start_time: String(first),
      end_time: String(end),
      bucket_width: '1d',
      limit: String(Math.max(1, Math.round((end - first) / DAY_S))),
    });
    if (admin.project) query.append('project_ids', admin.project);
    if (cursor) query.set('page', cursor);
    const { data, has_more, next_page } = await page(admin, query);
    for (const bucket of data as unknown[]) {
      if (!isObject(bucket) || typeof bucket.start_time !== 'number' || !Array.isArray(bucket.results))
        throw new Unusable('malformed');
      if (bucket.start_time < first || bucket.start_time >= end) continue;
      const day = dayOf(bucket.start_time);
      const sum = bucket.results.reduce((before: number, one) => before + amountOf(one), 0);
      sums.set(day, (sums.get(day) ?? 0) + sum);
    }
    if (has_more !== true) {
      return [...sums].sort().map(([day, usd]) => ({ day, usd: Number(usd.toFixed(9)) }));
    }
    if (typeof next_page !== 'string' || next_page === cursor) throw new Unusable('malformed');
    cursor = next_page;
  }
  throw new Unusable('malformed');
}

/**
 * Compares the last days with what the provider charges (rule V3); what went wrong is kept as a short code, and it is
 * tried again within the hour. Throws `DbError` when the database refuses.
 */
export async function reconcileUsage(
  db: Db,
  admin: Admin | null,
  log: (line: string) => void,
): Promise<Outcome> {
  const wanted = await db.rpc<{ from: string; to: string } | null>('begin_usage_check', {});
  if (!wanted) return { days: 0 };
  const fail = async (code: string) => {
    await db.rpc('finish_usage_check', { p_days: null, p_error: code });
    return { error: code };
  };
  if (!admin) return fail('no_key');
  try {
    const days = await readCosts(admin, wanted.from, wanted.to);
    await db.rpc('finish_usage_check', { p_days: days, p_error: null });
    return { days: days.length };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    log(`Usage is not compared: the provider's costs could not be read (${error.code}).`);
    return fail(error.code);
  }
}
