/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** An error in the shape of Supabase's auth server, which `@supabase/auth-js` understands. */
export function authError(status: number, code: string, message: string): Response {
  return json({ code: status, error_code: code, msg: message }, status);
}

/** An error in the shape of Supabase's API gateway. */
export function refusal(status: number, message: string, hint?: string): Response {
  return json(hint ? { message, hint } : { message }, status);
}
