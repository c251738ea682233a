import { day, param, type RawParams, rowId } from '@/lib/utils/search-params';

export interface AuditFilter {
  /** A person or a kiosk. */
  actor: string | undefined;
  entity: string | undefined;
  action: string | undefined;
  /** First and last day, `YYYY-MM-DD` on the gym's clock (that of Paris above a gym), both included. */
  from: string | undefined;
  to: string | undefined;
  cursor: string | undefined;
}

/** Whose audit: a gym's, a franchise's with its gyms, or that of what belongs to no customer. */
export type AuditScope = { gymId: string } | { franchiseId: string } | 'platform';

function code(raw: RawParams, name: string): string | undefined {
  const value = param(raw, name);
  return value && /^[a-z][a-z0-9_]{1,60}$/.test(value) ? value : undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function auditFilter(raw: RawParams): AuditFilter {
  return {
    actor: rowId(raw, 'actor'),
    entity: code(raw, 'entity'),
    action: code(raw, 'action'),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    cursor: param(raw, 'cursor'),
  };
}

/** The parameters of the address that stand for a filter. */
export function auditQuery(filter: AuditFilter): Record<string, string | undefined> {
  return { ...filter };
}

/** The scope that an address names: `?gym=`, `?franchise=` or `?scope=platform`; null when it names none. */
export function auditScope(raw: RawParams): AuditScope | null {
  const gymId = rowId(raw, 'gym');
  if (gymId) return { gymId };
  const franchiseId = rowId(raw, 'franchise');
  if (franchiseId) return { franchiseId };
  return param(raw, 'scope') === 'platform' ? 'platform' : null;
}
