import { z } from 'zod';
import { teamRoles } from '@/lib/team/schemas';

export const userViews = ['all', 'active', 'invited', 'inactive'] as const;
export const userSorts = ['name', 'seen', 'created'] as const;
export type UserView = (typeof userViews)[number];
export type UserSort = (typeof userSorts)[number];

const count = z.number();

/** The answer of `list_users`: people and open invitations. */
export const userListSchema = z.object({
  total: count,
  counts: z.object({ all: count, active: count, invited: count, inactive: count }),
  next_cursor: z.string().nullable(),
  rows: z.array(
    z.object({
      kind: z.enum(['person', 'invitation']),
      id: z.guid(),
      full_name: z.string(),
      email: z.string(),
      role: z.enum(teamRoles),
      gym_id: z.guid().nullable(),
      franchise_id: z.guid().nullable(),
      /** Name of the gym or the franchise; null for the platform. */
      place: z.string().nullable(),
      /** Name of the franchise, or of the gym that is its own customer; null for the platform. */
      customer: z.string().nullable(),
      state: z.enum(['active', 'inactive', 'invited']),
      created_at: z.string(),
      two_step: z.boolean(),
      /** Of an invitation. */
      expires_at: z.string().nullable(),
      is_expired: z.boolean(),
      is_self: z.boolean(),
      last_seen_at: z.string().nullable(),
      /** What became of an invitation's last mail. */
      mail: z.enum(['pending', 'sent', 'failed']).nullable(),
      invited_by: z.string().nullable(),
      /** A gym whose team says what may be given to this person; null where there is none. */
      team_gym_id: z.guid().nullable(),
    }),
  ),
});
export type UserList = z.infer<typeof userListSchema>;
export type UserRow = UserList['rows'][number];
