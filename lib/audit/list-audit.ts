import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { AuditFilter, AuditScope } from './filter';
import { type AuditEntry, type AuditPage, auditPageSchema } from './schemas';

export const AUDIT_PER_PAGE = 50;

/**
 * A page of who changed what, newest first. Throws `forbidden` for staff and for the platform's audit asked by
 * anybody else, `not_found` for a foreign gym or franchise.
 */
export function listAudit(
  db: UserClient,
  scope: AuditScope,
  filter: AuditFilter,
  limit = AUDIT_PER_PAGE,
): Promise<AuditPage> {
  const args = {
    p_gym_id: scope !== 'platform' && 'gymId' in scope ? scope.gymId : null,
    p_franchise_id: scope !== 'platform' && 'franchiseId' in scope ? scope.franchiseId : null,
    p_actor_id: filter.actor ?? null,
    p_entity: filter.entity ?? null,
    p_action: filter.action ?? null,
    p_from: filter.from ?? null,
    p_to: filter.to ?? null,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_audit', args, auditPageSchema);
}

/** Everything of a filter, a page at a time. */
export async function* everyAuditEntry(
  db: UserClient,
  scope: AuditScope,
  filter: AuditFilter,
): AsyncGenerator<AuditEntry[]> {
  let cursor: string | undefined;
  do {
    const page = await listAudit(db, scope, { ...filter, cursor }, 100);
    yield page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
}
