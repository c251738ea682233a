import 'server-only';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { z } from 'zod';
import { AppError, isErrorCode } from '@/lib/errors';
import { loggedError } from '@/lib/utils/logged-error';
import type { Database } from './database.types';

type Functions = Database['public']['Functions'];

/** Arguments of a function; null stands for SQL null, which the generated types leave out. */
export type Arguments<N extends keyof Functions> = {
  [K in keyof Functions[N]['Args']]: Functions[N]['Args'][K] | null;
};

/**
 * Calls one SQL function and parses its answer, so that a column added later cannot leak.
 * A refusal of the database whose message is one of our codes leaves as that error; a token that is no longer good as
 * `unauthenticated`; an unreachable backend as `backend_unavailable`; anything else as `internal`.
 */
export async function callRpc<N extends keyof Functions & string, S extends z.ZodType>(
  db: SupabaseClient<Database>,
  name: N,
  args: Arguments<N>,
  schema: S,
): Promise<z.infer<S>> {
  const { data, error, status } = await db.rpc(name, args as Functions[N]['Args']);
  if (error) throw refusal(error, status);
  return schema.parse(data);
}

function refusal(
  error: { message: string; code?: string; details?: string | null },
  status: number,
): AppError {
  if (isErrorCode(error.message)) {
    const fields =
      error.message === 'invalid_input' && error.details ? [{ field: error.details, code: 'invalid' }] : [];
    return new AppError(error.message, { fields });
  }
  // PGRST301 to 303: the token was good a moment ago and has just run out, or its key was withdrawn.
  if (/^PGRST30[1-3]$/.test(error.code ?? '')) return new AppError('unauthenticated', { cause: error });
  if (status === 0 || status >= 502 || error.code?.startsWith('08')) {
    return new AppError('backend_unavailable', { cause: error });
  }
  // Next prints the causes of a page's error as they are, and the database's words may hold a row.
  return new AppError('internal', { cause: loggedError(error) });
}
