import type { Role } from '@/lib/auth/actor';
import { oneOf, param, type RawParams, rowId } from '@/lib/utils/search-params';
import { type Invitation, type Team, type Teammate, teamRoles } from './schemas';

export const teamViews = ['all', 'active', 'invited', 'inactive'] as const;
export type TeamView = (typeof teamViews)[number];

/** `undelivered`: the mail of an open invitation has failed for good. */
export type TeamStatus = 'active' | 'invited' | 'undelivered' | 'expired' | 'inactive';

/** A line of the list: somebody of the team, or somebody who is asked to join it. */
export type TeamRow = { status: TeamStatus } & (
  | ({ kind: 'person' } & Teammate)
  | ({ kind: 'invitation' } & Invitation)
);

export interface TeamFilter {
  view: TeamView;
  role: Role | undefined;
  /** Id of a gym or a franchise. */
  place: string | undefined;
  search: string | undefined;
}

/** The list's state as the address holds it; what is not understood falls back to the plain list. */
export function teamFilter(raw: RawParams): TeamFilter {
  return {
    view: oneOf(raw, 'view', teamViews, 'all'),
    role: oneOf(raw, 'role', teamRoles, undefined),
    place: rowId(raw, 'place'),
    search: param(raw, 'search')?.slice(0, 100),
  };
}

/** The parameters of the address that stand for a filter, without the defaults. */
export function teamQuery(filter: TeamFilter): Record<string, string | undefined> {
  return { ...filter, view: filter.view === 'all' ? undefined : filter.view };
}

function invitationStatus({ is_expired, mail }: Invitation): TeamStatus {
  if (is_expired) return 'expired';
  return mail === 'failed' ? 'undelivered' : 'invited';
}

/** Everybody as one list: who has access, then who is invited, then who has no access any more. */
export function teamRows({ people, invitations }: Team): TeamRow[] {
  const persons = people.map(
    (one): TeamRow => ({ kind: 'person', status: one.is_active ? 'active' : 'inactive', ...one }),
  );
  return [
    ...persons.filter(({ status }) => status === 'active'),
    ...invitations.map((one): TeamRow => ({ kind: 'invitation', status: invitationStatus(one), ...one })),
    ...persons.filter(({ status }) => status === 'inactive'),
  ];
}

const isIn = (view: TeamView, { kind, status }: TeamRow) =>
  view === 'all' || (view === 'invited' ? kind === 'invitation' : status === view);

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The rows that a filter leaves; each word of the search is in the name, the address or the place. */
export function filterTeam(rows: TeamRow[], { view, role, place, search }: TeamFilter): TeamRow[] {
  const words = fold(search ?? '').split(/\s+/);
  return rows.filter((row) => {
    const text = fold(`${row.full_name} ${row.email} ${row.place}`);
    return (
      isIn(view, row) &&
      (!role || row.role === role) &&
      (!place || place === (row.gym_id ?? row.franchise_id)) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** How many rows each view has, whatever else is filtered. */
export function countTeam(rows: TeamRow[]): Record<TeamView, number> {
  const count = (view: TeamView) => rows.filter((row) => isIn(view, row)).length;
  return {
    all: count('all'),
    active: count('active'),
    invited: count('invited'),
    inactive: count('inactive'),
  };
}

/** The places that appear in a list, each once, in the order of their names. */
export function placesOf(rows: TeamRow[]): { id: string; name: string }[] {
  const places = new Map(rows.map((row) => [row.gym_id ?? row.franchise_id ?? '', row.place]));
  return [...places].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
