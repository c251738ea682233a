import { memberFile } from '@/components/dashboard/members/member-file';
import { can } from '@/lib/auth/permissions';
import { gymFor } from '@/lib/gyms';
import { withUser } from '@/lib/http/with-user';
import { columnsFor, everyMember, memberExportSchema, memberFilter } from '@/lib/members';
import type { UserCall } from '@/lib/http/with-user';
import type { RawParams } from '@/lib/utils/search-params';

function answer(
  { actor, db }: Pick<UserCall<unknown, unknown>, 'actor' | 'db'>,
  gymId: string | null,
  raw: RawParams,
  ids?: string[],
): Promise<Response> {
  const gym = gymFor(actor, gymId);
  const filter = memberFilter(raw);
  const allowed = columnsFor(can(actor, 'members.contact', { gymId: gym.id }));
  return memberFile(everyMember(db, gym.id, { ...filter, ids }), {
    timezone: gym.timezone,
    columns: filter.columns.filter((column) => allowed.includes(column)),
    type: raw.format === 'xlsx' ? 'xlsx' : 'csv',
  });
}

/** The members of a filter as CSV, or as XLSX (`format=xlsx`), columns as shown; e-mail and phone only for roles that may see them (rule T6). */
export const GET = withUser(
  async ({ request, ...call }) => {
    const raw = Object.fromEntries(request.nextUrl.searchParams);
    return answer(call, raw.gym ?? null, raw);
  },
  { permission: 'members.read' },
);

/** The same of chosen members, in the order of the list. */
export const POST = withUser(
  async ({ input, ...call }) =>
    answer(call, input.gym_id, { ...input.query, format: input.format }, input.ids),
  { permission: 'members.read', body: memberExportSchema },
);
