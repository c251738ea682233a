/** SQLSTATEs that lite already answers with PostgREST's status and body. */
const known = new Set(['42501', '42P01', '23505', '23503', '23502', '25006']);
const knownClasses = new Set(['42', '22', '21', '55']);

interface DatabaseError {
  code: string;
  message: string;
  detail?: string;
  hint?: string;
}

/** PostgREST's HTTP status for a SQLSTATE that lite does not know. */
function statusOf(code: string): number {
  if (code === 'P0001') return 400;
  if (code.startsWith('08') || code.startsWith('53') || code === '57P01') return 503;
  if (code.startsWith('28')) return 403;
  return /^(P0|09|25|2D|38|39|3B|40|54|57|58|XX)/.test(code) ? 500 : 400;
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(error.code)
  );
}

/**
 * Lite answers every SQLSTATE outside its list with 500 "SUP". This hands such an error on in the shape that lite
 * passes through unchanged, so that clients see the real code, message, detail and hint.
 */
export function normalizeDatabaseError(error: unknown): unknown {
  if (isLostConnection(error)) return passed(503, connectionLost);
  if (!isDatabaseError(error)) return error;
  const { code } = error;
  if (code.startsWith('PT') || code === 'PGRST' || known.has(code) || knownClasses.has(code.slice(0, 2)))
    return error;
  const body = { code, message: error.message, details: error.detail ?? null, hint: error.hint ?? null };
  return passed(statusOf(code), body);
}

/** What PostgREST says when its connection is gone. */
const connectionLost = { code: 'PGRST001', message: 'Database client error', details: null, hint: null };

/** The driver's own codes, for a connection that broke or could not be made. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(CONNECT\w+|ECONN\w+|EPIPE)$/.test(String(error.code));

const passed = (status: number, body: object) =>
  Object.assign(new Error(JSON.stringify(body)), {
    code: 'PGRST',
    detail: JSON.stringify({ status, headers: {} }),
  });
