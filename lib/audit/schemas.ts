import { z } from 'zod';

export const auditEntrySchema = z.object({
  id: z.guid(),
  /** ISO time with microseconds. */
  at: z.string(),
  actor: z.object({
    /** Null for the system. */
    id: z.guid().nullable(),
    /** The name that they have now; null for the system and for whoever was erased. */
    name: z.string().nullable(),
    kind: z.enum(['staff', 'kiosk', 'system']),
    /** Their role now; super admins are shown as JARVIS. */
    role: z.enum(['super_admin', 'franchise_owner', 'gym_manager', 'gym_staff']).nullable(),
  }),
  /** `insert`, `update`, `delete`, or the name of an act such as `revoke`. */
  action: z.string(),
  /** Table of the row. */
  entity: z.string(),
  entity_id: z.guid().nullable(),
  /** Names of the columns, never their values (rule P6). */
  changed: z.array(z.string()),
  gym_id: z.guid().nullable(),
  /** The support access during which it was done. */
  support: z
    .object({ id: z.guid(), admin_name: z.string().nullable(), scope_name: z.string().nullable() })
    .nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditPageSchema = z.object({
  next_cursor: z.string().nullable(),
  rows: z.array(auditEntrySchema),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
