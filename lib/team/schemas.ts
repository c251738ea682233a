import { z } from 'zod';
import type { Role } from '@/lib/auth/actor';

export const teamRoles = [
  'gym_staff',
  'gym_manager',
  'franchise_owner',
  'super_admin',
] as const satisfies Role[];
const role = z.enum(teamRoles);

/** A gym for staff and managers, a franchise for owners, neither for super admins; the database refuses anything else. */
const scope = { gym_id: z.guid().optional(), franchise_id: z.guid().optional() };

/** Body of POST /api/dashboard/team/invitations. */
export const invitationSchema = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  full_name: z.string().trim().min(1).max(120),
  language: z.enum(['fr', 'en', 'es']).default('fr'),
  role,
  ...scope,
});
export type InvitationInput = z.infer<typeof invitationSchema>;

/** Body of PUT /api/dashboard/team/[id]: one change a request, the role with its scope or the activity. */
export const personChangeSchema = z
  .strictObject({ active: z.boolean().optional(), role: role.optional(), ...scope })
  .refine((change) => (change.active === undefined) !== (change.role === undefined), { path: ['role'] })
  .refine(({ role, gym_id, franchise_id }) => role !== undefined || (gym_id ?? franchise_id) === undefined, {
    path: ['gym_id'],
  });
export type PersonChange = z.infer<typeof personChangeSchema>;

const standing = {
  id: z.guid(),
  full_name: z.string(),
  email: z.string(),
  role,
  gym_id: z.guid().nullable(),
  franchise_id: z.guid().nullable(),
  /** Name of the gym or the franchise. */
  place: z.string(),
  may_change: z.boolean(),
};

/** The answer of `list_team`. */
export const teamSchema = z.object({
  people: z.array(
    z.object({
      ...standing,
      is_active: z.boolean(),
      is_self: z.boolean(),
      two_step: z.boolean(),
      joined_at: z.string(),
      /** Null for never, and for those who are not to know. */
      last_seen_at: z.string().nullable(),
    }),
  ),
  invitations: z.array(
    z.object({
      ...standing,
      created_at: z.string(),
      expires_at: z.string(),
      is_expired: z.boolean(),
      mail: z.enum(['pending', 'sent', 'failed']).nullable(),
      invited_by: z.string().nullable(),
    }),
  ),
  grants: z.object({
    roles: z.array(role),
    gyms: z.array(z.object({ id: z.guid(), name: z.string() })),
    franchise: z.object({ id: z.guid(), name: z.string() }).nullable(),
  }),
});
export type Team = z.infer<typeof teamSchema>;
export type Teammate = Team['people'][number];
export type Invitation = Team['invitations'][number];
/** Which roles the reader may give, and where: the first gym is the one on screen. */
export type Grants = Team['grants'];
