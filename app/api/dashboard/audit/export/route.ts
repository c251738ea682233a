import { auditCsv } from '@/components/dashboard/audit/audit-csv';
import { auditFilter, auditScope, everyAuditEntry, listAudit } from '@/lib/audit';
import { requirePermission } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';

/** The audit of a gym, a franchise or the platform as CSV (`?gym=`, `?franchise=`, `?scope=platform`), with the list's filters. */
export const GET = withUser(
  async ({ actor, db, request }) => {
    const raw = Object.fromEntries(request.nextUrl.searchParams);
    const scope = auditScope(raw);
    if (!scope) throw new AppError('not_found');
    if (scope === 'platform') requirePermission(actor, 'platform.read');
    const zone =
      scope !== 'platform' && 'gymId' in scope ? gymFor(actor, scope.gymId).timezone : 'Europe/Paris';
    // Refused before the file has begun, where a franchise is not the reader's.
    await listAudit(db, scope, auditFilter(raw), 1);
    const names = new Map(actor.gyms.map((gym) => [gym.id, gym.name]));
    return auditCsv(everyAuditEntry(db, scope, auditFilter(raw)), zone, names);
  },
  { permission: 'audit.read' },
);
