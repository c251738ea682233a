/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** An error in the shape of Supabase's auth server, which `@supabase/auth-js` understands. */
export function authError(status: number, code: string, message: string): Response {
  return json({ code: status, error_code: code, msg: message }, status);
}

/** A refusal with the codes of Supabase's auth server. */
export class AuthRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The answer of `work`, or of the refusal that it throws. */
export async function answerOrRefuse(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AuthRefusal) return authError(error.status, error.code, error.message);
    throw error;
  }
}

/** A JSON body that is an object. Throws `AuthRefusal`. */
export async function readObject(request: Request): Promise<Record<string, unknown>> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AuthRefusal(400, 'bad_json', 'Could not parse request body as JSON');
  return body as Record<string, unknown>;
}

/** An error in the shape of Supabase's API gateway. */
export function refusal(status: number, message: string, hint?: string): Response {
  return json(hint ? { message, hint } : { message }, status);
}
