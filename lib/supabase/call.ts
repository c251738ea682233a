import 'server-only';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { z } from 'zod';
import { AppError, type ErrorCode, isErrorCode } from '@/lib/errors';
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
 * `unauthenticated`; an unreachable or overloaded backend as `backend_unavailable`; a statement that was given up as
 * `too_slow`; anything else as `internal`.
 */
export async function callRpc<N extends keyof Functions & string, S extends z.ZodType>(
  db: SupabaseClient<Database>,
  name: N,
  args: Arguments<N>,
  schema: S,
): Promise<z.infer<S>> {
  const { data, error, status } = await db.rpc(name, args as Functions[N]['Args']);
  if (error) throw databaseRefusal(error, status);
  return schema.parse(data);
}

/** Statements that were given up: cancelled at the time limit, or in the queue for a lock. */
const tooSlow = /^(57014|55P03)$/;

/** What the next try may not meet again: connections, resources, a database that stops, two writers in each other's way. */
const passing = /^(08|53|57P|40)/;

/** Refusals whose detail names what is at fault, with what is wrong with it. */
const fieldCodes: Partial<Record<ErrorCode, string>> = { invalid_input: 'invalid', plan_limit: 'limit' };

/** What a refusal of the database, or of what stands before it, is here. */
export function databaseRefusal(
  error: { message: string; code?: string; details?: string | null },
  status: number,
): AppError {
  if (isErrorCode(error.message)) {
    const said = fieldCodes[error.message];
    const fields = said && error.details ? [{ field: error.details, code: said }] : [];
    return new AppError(error.message, { fields });
  }
  // PGRST301 to 303: the token was good a moment ago and has just run out, or its key was withdrawn.
  if (/^PGRST30[1-3]$/.test(error.code ?? '')) return new AppError('unauthenticated', { cause: error });
  // A text that stands for no time, such as a made-up version, or one in a zone that no place has.
  if (/^2200[789]$/.test(error.code ?? ''))
    return new AppError('invalid_input', { cause: loggedError(error) });
  if (tooSlow.test(error.code ?? '')) return new AppError('too_slow', { cause: error });
  // Without a code it is not the database that speaks, whatever the status: a gateway's page, or what is no JSON.
  if (!error.code || status === 0 || status >= 502 || passing.test(error.code)) {
    return new AppError('backend_unavailable', { cause: error });
  }
  // Next prints the causes of a page's error as they are, and the database's words may hold a row.
  return new AppError('internal', { cause: loggedError(error) });
}
