import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type FranchisePage, franchisePageSchema } from './schemas';

/** A franchise with its gyms, owners, open invitations and last changes. Throws `not_found`, `mfa_required`. */
export function getFranchise(db: UserClient, id: string): Promise<FranchisePage> {
  return callRpc(db, 'get_franchise', { p_franchise_id: id }, franchisePageSchema);
}
