import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { everyPage } from '@/lib/utils/every-page';
import type { KioskFilter } from './filter';
import { type KioskList, kioskListSchema } from './schemas';

/** A page of the kiosks of one gym, or of every gym that the caller may open. Throws `not_found`, `mfa_required`. */
export function listKiosks(db: UserClient, filter: KioskFilter, limit = 50): Promise<KioskList> {
  const args = {
    p_gym_id: filter.gym ?? null,
    p_search: filter.search ?? null,
    p_view: filter.view,
    p_shown: filter.state ?? null,
    p_sort: filter.sort,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_kiosks', args, kioskListSchema);
}

/** All kiosks of a filter, a page at a time. */
export const everyKiosk = (db: UserClient, filter: KioskFilter) =>
  everyPage((cursor) => listKiosks(db, { ...filter, cursor }, 100));
