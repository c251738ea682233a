/** What Next hands to a page as `searchParams`. */
export type RawParams = Record<string, string | string[] | undefined>;

/** The first value of a parameter, trimmed, without control characters; an empty or overlong one counts as absent. */
export function param(raw: RawParams, name: string): string | undefined {
  // An address may name `__proto__`, and what is inherited then is no parameter.
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const text = first.replaceAll(/\p{Cc}/gu, ' ').trim();
  return text && text.length <= 500 ? text : undefined;
}

/** The parameter when it is one of a closed list, else the fallback. */
export function oneOf<T extends string, F>(
  raw: RawParams,
  name: string,
  allowed: readonly T[],
  fallback: F,
): T | F {
  const value = param(raw, name);
  return allowed.find((item) => item === value) ?? fallback;
}

/** A calendar day `YYYY-MM-DD` that exists, or undefined. */
export function day(raw: RawParams, name: string): string | undefined {
  const value = param(raw, name);
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id of a row, or undefined for anything that cannot be one. */
export function rowId(raw: RawParams, name: string): string | undefined {
  const value = param(raw, name);
  return value && uuid.test(value) ? value : undefined;
}

/** The address of a list with some parameters changed; `null` and an empty text drop one. Order is kept, so links are stable. */
export function href(
  path: string,
  current: Record<string, string | undefined>,
  changes: Record<string, string | null | undefined> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...current, ...changes })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
