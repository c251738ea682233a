import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { FranchiseChanges } from './schemas';

const saved = z.object({ updated_at: z.string() });

/**
 * Changes name, city or shared access of a franchise; answers its new version. Throws `not_found`, `conflict` when
 * somebody changed it after `version`, `invalid_input`.
 */
export function saveFranchise(
  db: UserClient,
  id: string,
  { version, ...changes }: FranchiseChanges,
): Promise<{ updated_at: string }> {
  const args = { p_franchise_id: id, p_version: version, p_changes: changes };
  return callRpc(db, 'save_franchise', args, saved);
}
