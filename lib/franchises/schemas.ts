import { z } from 'zod';
import { instant } from '@/lib/utils/instant';
import { auditEntrySchema } from '@/lib/audit/schemas';
import { customerPlans, kioskSchema } from '@/lib/gyms/schemas';
import { teamSchema } from '@/lib/team/schemas';

export const franchiseViews = ['all', 'active', 'trial', 'suspended'] as const;
export const franchiseSorts = ['name', 'created', 'gyms', 'members'] as const;
export type FranchiseView = (typeof franchiseViews)[number];
export type FranchiseSort = (typeof franchiseSorts)[number];

const status = z.enum(['active', 'trial', 'suspended']);
const plate = {
  id: z.guid(),
  name: z.string(),
  city: z.string().nullable(),
  plan: z.enum(customerPlans),
  status,
  /** Last day of the trial, `YYYY-MM-DD`. */
  trial_ends_on: z.string().nullable(),
  created_at: z.string(),
};
const count = z.number();

/** The answer of `list_franchises`. */
export const franchiseListSchema = z.object({
  total: count,
  counts: z.object({ all: count, active: count, trial: count, suspended: count }),
  next_cursor: z.string().nullable(),
  rows: z.array(z.object({ ...plate, gyms: count, kiosks: count, members: count, owners: count })),
});
export type FranchiseList = z.infer<typeof franchiseListSchema>;
export type FranchiseRow = FranchiseList['rows'][number];

/** The answer of `get_franchise`. */
export const franchisePageSchema = z.object({
  franchise: z.object({ ...plate, shares_access: z.boolean(), updated_at: z.string() }),
  gyms: z.array(
    z.object({
      id: z.guid(),
      name: z.string(),
      city: z.string().nullable(),
      status: z.enum(['active', 'maintenance', 'suspended']),
      kiosks: z.array(kioskSchema),
      members: count,
    }),
  ),
  /** Its owners, with access or without. */
  people: teamSchema.shape.people,
  invitations: teamSchema.shape.invitations,
  /** The last changes of the franchise and its gyms. */
  audit: z.array(auditEntrySchema),
});
export type FranchisePage = z.infer<typeof franchisePageSchema>;

/** Body of PUT /api/admin/franchises/[id]: what changes, of the franchise as it was at `version`. */
export const franchiseChangesSchema = z.strictObject({
  version: instant,
  name: z.string().trim().min(1).max(120).optional(),
  city: z.string().trim().max(120).optional(),
  shares_access: z.boolean().optional(),
});
export type FranchiseChanges = z.infer<typeof franchiseChangesSchema>;
