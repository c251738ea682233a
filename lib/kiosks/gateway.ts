import 'server-only';
import type { z } from 'zod';
import { adminClient } from '@/lib/supabase/admin';
import { type Arguments, callRpc } from '@/lib/supabase/call';
import type { Database } from '@/lib/supabase/database.types';

type Functions = Database['public']['Functions'];
type KioskVerb = keyof Functions & `kiosk_${string}`;

/** The one place where a kiosk reaches the database: a kiosk verb, by its token's hash alone (rule T5). */
export function kioskVerb<N extends KioskVerb, S extends z.ZodType>(
  verb: N,
  args: Arguments<N>,
  schema: S,
): Promise<z.infer<S>> {
  return callRpc(adminClient(), verb, args, schema);
}
