import { z } from 'zod';

const role = z.enum(['gym_staff', 'gym_manager', 'franchise_owner', 'super_admin']);

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
