import { z } from 'zod';
import { instant } from '@/lib/utils/instant';
import { auditEntrySchema } from '@/lib/audit/schemas';
import { teamSchema } from '@/lib/team/schemas';

export const customerPlans = ['starter', 'pro', 'enterprise'] as const;
export type CustomerPlan = (typeof customerPlans)[number];

export const gymViews = ['all', 'active', 'trouble', 'maintenance', 'suspended'] as const;
export const gymSorts = ['name', 'created', 'members', 'conversations', 'last_scan'] as const;
export type GymView = (typeof gymViews)[number];
export type GymSort = (typeof gymSorts)[number];

/** A kiosk as the platform's pages show it. */
export const kioskSchema = z.object({
  id: z.guid(),
  slug: z.string(),
  name: z.string(),
  location: z.string().nullable(),
  shown: z.enum(['online', 'late', 'offline', 'resting', 'provisioning', 'maintenance', 'error']),
  last_heartbeat_at: z.string().nullable(),
});

const count = z.number();
const plate = {
  id: z.guid(),
  name: z.string(),
  city: z.string().nullable(),
  plan: z.enum(customerPlans),
  /** Suspended also when the franchise is. */
  status: z.enum(['active', 'maintenance', 'suspended']),
  /** Null for a gym that is its own customer. */
  franchise: z.object({ id: z.guid(), name: z.string() }).nullable(),
  created_at: z.string(),
};
const figures = {
  kiosks: z.array(kioskSchema),
  members: count,
  last_scan_at: z.string().nullable(),
  /** Those begun in the last 30 days. */
  conversations: count,
};

/** The answer of `list_gyms`. */
export const gymListSchema = z.object({
  total: count,
  counts: z.object({ all: count, active: count, trouble: count, maintenance: count, suspended: count }),
  next_cursor: z.string().nullable(),
  rows: z.array(z.object({ ...plate, ...figures })),
});
export type GymList = z.infer<typeof gymListSchema>;
export type GymRow = GymList['rows'][number];

/** The answer of `get_gym`. */
export const gymPageSchema = z.object({
  gym: z.object({
    ...plate,
    address: z.string().nullable(),
    phone: z.string().nullable(),
    timezone: z.string(),
    locale: z.enum(['fr', 'en', 'es']),
    currency: z.string(),
    updated_at: z.string(),
  }),
  maintenance: z
    .object({ message: z.string().nullable(), since: z.string().nullable(), by: z.string().nullable() })
    .nullable(),
  ...figures,
  people: teamSchema.shape.people,
  invitations: teamSchema.shape.invitations,
  grants: teamSchema.shape.grants,
  audit: z.array(auditEntrySchema),
});
export type GymPage = z.infer<typeof gymPageSchema>;

/** Body of POST /api/admin/franchises/[id]/gyms. */
export const newGymSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  city: z.string().trim().max(120).optional(),
});
export type NewGym = z.infer<typeof newGymSchema>;

const knowsTimezone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/** Body of PUT /api/admin/gyms/[id]: what changes, of the gym as it was at `version`; an empty text is none. */
export const gymChangesSchema = z.strictObject({
  version: instant,
  name: z.string().trim().min(1).max(120).optional(),
  city: z.string().trim().max(120).optional(),
  address: z.string().trim().max(300).optional(),
  phone: z.string().trim().max(40).optional(),
  timezone: z.string().max(60).refine(knowsTimezone).optional(),
  locale: z.enum(['fr', 'en', 'es']).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
export type GymChanges = z.infer<typeof gymChangesSchema>;

/** Body of PUT /api/admin/gyms/[id]/maintenance; the message is what its kiosks say meanwhile. */
export const maintenanceSchema = z.strictObject({
  on: z.boolean(),
  message: z.string().trim().max(200).optional(),
});
export type Maintenance = z.infer<typeof maintenanceSchema>;
