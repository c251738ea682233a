export { type AuditFilter, type AuditScope, auditFilter, auditQuery, auditScope } from './filter';
export { AUDIT_PER_PAGE, everyAuditEntry, listAudit } from './list-audit';
export type { AuditEntry, AuditPage } from './schemas';
