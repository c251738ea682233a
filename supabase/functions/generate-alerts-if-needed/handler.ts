import type { Db } from '../_shared/db.ts';
import { readId, requireId } from '../_shared/ids.ts';

/**
 * Opens the alerts that the rows of the member in `member_id` call for: `{alerts}`, how many hold. The conversation in
 * `session_id`, the latest without it, only counts when it is that member's.
 */
export async function generateAlertsIfNeeded(body: unknown, db: Db): Promise<{ alerts: number }> {
  const args = { p_member_id: requireId(body, 'member_id'), p_session_id: readId(body, 'session_id') };
  return { alerts: await db.rpc<number>('generate_alerts_if_needed', args) };
}
