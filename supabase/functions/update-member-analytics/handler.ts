import type { Db } from '../_shared/db.ts';
import { requireId } from '../_shared/ids.ts';

/** Recomputes the member in `member_id` from rows: `{updated}`. An unknown member is nobody's row and changes nothing. */
export async function updateMemberAnalytics(body: unknown, db: Db): Promise<{ updated: boolean }> {
  const p_member_id = requireId(body, 'member_id');
  return { updated: await db.rpc<boolean>('update_member_analytics', { p_member_id }) };
}
