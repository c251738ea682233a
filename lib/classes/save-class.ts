import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { ClassChange, ClassInput } from './schemas';

/**
 * Makes a class, or changes the one of `id`, with its weekly slots and the dates that follow; answers its id.
 * Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` (somebody saved meanwhile), `invalid_input`.
 */
export function saveClass(db: UserClient, input: ClassInput | ClassChange, id?: string): Promise<string> {
  const { gym_id, ...changes } = input;
  const args = {
    p_gym_id: gym_id,
    p_changes: changes,
    p_class_id: id ?? null,
    p_version: 'version' in input ? input.version : null,
  };
  return callRpc(db, 'save_class', args, z.guid());
}

/** Takes a class off the programme or puts it back. Throws `not_found`, `forbidden`, `customer_suspended`. */
export async function setClassActive(db: UserClient, id: string, active: boolean): Promise<void> {
  await callRpc(db, 'set_class_active', { p_class_id: id, p_active: active }, z.unknown());
}
