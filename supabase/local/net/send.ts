/** A row of the queue; the body is base64, the headers JSON text. */
export type QueuedRequest = {
  id: string;
  method: string;
  url: string;
  headers: string;
  body: string | null;
  timeout_milliseconds: number;
};

export interface Answer {
  status: number | null;
  contentType: string | null;
  headers: Record<string, string> | null;
  content: string | null;
  isTimedOut: boolean;
  error: string | null;
}

const nothing = { status: null, contentType: null, headers: null, content: null };

/** Sends one queued request, once. Never throws: a failure is an answer with `error`. */
export async function send(request: QueuedRequest, ending: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: JSON.parse(request.headers) as Record<string, string>,
      body: request.body === null ? null : Buffer.from(request.body, 'base64'),
      redirect: 'manual',
      signal: AbortSignal.any([ending, AbortSignal.timeout(request.timeout_milliseconds)]),
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type'),
      headers: Object.fromEntries(response.headers),
      content: await response.text(),
      isTimedOut: false,
      error: null,
    };
  } catch (error) {
    return { ...nothing, ...explain(error, request.timeout_milliseconds) };
  }
}

function explain(error: unknown, limit: number): { isTimedOut: boolean; error: string } {
  if (!(error instanceof Error)) return { isTimedOut: false, error: String(error) };
  if (error.name === 'TimeoutError') return { isTimedOut: true, error: `Timeout of ${limit} ms reached` };
  if (error.name === 'AbortError') return { isTimedOut: false, error: 'The backend stopped meanwhile' };
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return { isTimedOut: false, error: [error.message, cause].filter(Boolean).join(': ') };
}
