/** A refusal as the browser sees it: `title` and `detail` are in the reader's language. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  request_id?: string;
  errors?: { field: string; code: string }[];
  retry_after_s?: number;
}

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/**
 * The one way from the browser to our routes: JSON out, JSON or problem JSON in. Never throws; without a network
 * the problem has status 0 and the code `offline`.
 */
export async function api<T>(
  path: `/api/${string}`,
  options: {
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
    body?: unknown;
    locale?: string;
    signal?: AbortSignal;
  } = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.locale) headers['x-locale'] = options.locale;
  try {
    const response = await fetch(path, {
      method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
      headers,
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(options.signal && { signal: options.signal }),
    });
    if (response.ok) return { ok: true, data: (response.status === 204 ? null : await response.json()) as T };
    return { ok: false, problem: (await response.json()) as Problem };
  } catch {
    return { ok: false, problem: { status: 0, code: 'offline', title: '', detail: '' } };
  }
}
