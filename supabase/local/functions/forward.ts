/** Supabase ends a function that has not answered by then. */
const ANSWER_LIMIT_MS = 150_000;
const HOP_BY_HOP = ['connection', 'host', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length'];

/**
 * Passes a request on to a function's own server, without `/functions/v1`, and streams the answer back.
 * `release` is called once, when the answer's last byte has passed or its reader has gone.
 * Throws what fetch throws (`TimeoutError` after 150 s).
 */
export async function forward(request: Request, origin: string, release: () => void): Promise<Response> {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of HOP_BY_HOP) headers.delete(name);
  headers.set('accept-encoding', 'identity');
  headers.set('x-forwarded-host', url.host);
  headers.set('x-forwarded-proto', url.protocol.slice(0, -1));

  let answer: Response;
  try {
    answer = await fetch(origin + url.pathname.replace(/^\/functions\/v1(?=\/)/, '') + url.search, {
      method: request.method,
      headers,
      body: request.body,
      duplex: 'half',
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]),
    } as RequestInit);
  } catch (error) {
    release();
    throw unwrap(error);
  }
  const passed = new Headers(answer.headers);
  for (const name of HOP_BY_HOP) passed.delete(name);
  const init = { status: answer.status, statusText: answer.statusText, headers: passed };
  if (!answer.body) {
    release();
    return new Response(null, init);
  }
  return new Response(withEnd(answer.body, release), init);
}

function withEnd(body: ReadableStream<Uint8Array>, ended: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const part = await reader.read();
        if (!part.done) return controller.enqueue(part.value);
        ended();
        controller.close();
      } catch (error) {
        ended();
        controller.error(error);
      }
    },
    async cancel(reason) {
      ended();
      await reader.cancel(reason);
    },
  });
}

/** fetch hides the reason ("other side closed") in `cause`. */
function unwrap(error: unknown): Error {
  if (error instanceof Error && error.cause instanceof Error && error.name !== 'TimeoutError')
    return error.cause;
  return error instanceof Error ? error : new Error(String(error));
}
