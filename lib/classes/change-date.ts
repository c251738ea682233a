import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { DateChange, NewDate } from './schemas';

/**
 * One more date of a class; answers its id. Throws `not_found`, `forbidden`, `customer_suspended`, `invalid_input`
 * (date, time), `conflict` (there is one at that hour).
 */
export function addClassDate(db: UserClient, input: NewDate): Promise<string> {
  const args = { p_class_id: input.class_id, p_date: input.date, p_time: input.time };
  return callRpc(db, 'add_class_date', args, z.guid());
}

/**
 * Moves, resizes, cancels or restores a coming date; answers its new version. Throws `not_found`, `forbidden`,
 * `customer_suspended`, `conflict` (saved meanwhile, past, or another date at that hour), `invalid_input`.
 */
export function changeClassDate(db: UserClient, id: string, change: DateChange): Promise<string> {
  const { version, ...changes } = change;
  const args = { p_occurrence_id: id, p_version: version, p_changes: changes };
  return callRpc(db, 'change_class_date', args, z.string());
}
