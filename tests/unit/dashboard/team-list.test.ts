import { describe, expect, it } from 'vitest';
import { countTeam, filterTeam, placesOf, teamFilter, teamQuery, teamRows } from '@/lib/team/filter';
import type { Team } from '@/lib/team/schemas';
import { href } from '@/lib/utils/search-params';

const lyon = '10000000-0000-4000-8000-000000000001';
const vaise = '10000000-0000-4000-8000-000000000002';
const person = (full_name: string, more: Partial<Team['people'][number]> = {}): Team['people'][number] => ({
  id: crypto.randomUUID(),
  full_name,
  email: `${full_name.split(' ')[0]?.toLowerCase()}@example.test`,
  role: 'gym_staff',
  gym_id: lyon,
  franchise_id: null,
  place: 'Lyon Part-Dieu',
  may_change: true,
  is_active: true,
  is_self: false,
  two_step: false,
  joined_at: '2026-11-01T08:00:00Z',
  last_seen_at: null,
  ...more,
});
const invitation = (full_name: string, more: Partial<Team['invitations'][number]> = {}) => ({
  id: crypto.randomUUID(),
  full_name,
  email: 'invited@example.test',
  role: 'gym_manager' as const,
  gym_id: vaise,
  franchise_id: null,
  place: 'Lyon Vaise',
  may_change: true,
  created_at: '2026-11-20T08:00:00Z',
  expires_at: '2026-11-27T08:00:00Z',
  is_expired: false,
  mail: 'sent' as const,
  invited_by: null,
  ...more,
});
const rows = teamRows({
  people: [
    person('Partie Loin', { is_active: false }),
    person('Inès Delorme'),
    person('Marc Fontclaire', { role: 'gym_manager', gym_id: vaise, place: 'Lyon Vaise' }),
  ],
  invitations: [
    invitation('Chloé Attendue'),
    invitation('Paul Tardif', { is_expired: true, mail: 'failed' }),
    invitation('Zoé Perdue', { mail: 'failed' }),
  ],
  grants: { roles: [], gyms: [], franchise: null },
});
const names = (raw: Record<string, string>) =>
  filterTeam(rows, teamFilter(raw)).map(({ full_name }) => full_name);

describe('the team as a list', () => {
  it('has those with access first, then the invited, then those without access any more', () => {
    expect(rows.map(({ full_name, status }) => [full_name, status])).toEqual([
      ['Inès Delorme', 'active'],
      ['Marc Fontclaire', 'active'],
      ['Chloé Attendue', 'invited'],
      ['Paul Tardif', 'expired'],
      ['Zoé Perdue', 'undelivered'],
      ['Partie Loin', 'inactive'],
    ]);
  });

  it('has its views, which count whatever else is filtered', () => {
    expect(countTeam(rows)).toEqual({ all: 6, active: 2, invited: 3, inactive: 1 });
    expect(names({ view: 'inactive' })).toEqual(['Partie Loin']);
    expect(names({ view: 'invited' })).toHaveLength(3);
  });

  it.each([
    [{ search: 'ines' }, ['Inès Delorme']],
    [{ search: 'VAISE fontcl' }, ['Marc Fontclaire']],
    [{ search: 'invited@example' }, ['Chloé Attendue', 'Paul Tardif', 'Zoé Perdue']],
    [{ search: 'nobody' }, []],
    [{ role: 'gym_manager', view: 'active' }, ['Marc Fontclaire']],
    [{ place: lyon }, ['Inès Delorme', 'Partie Loin']],
    [{ place: 'x', role: 'boss', view: 'y' }, rows.map(({ full_name }) => full_name)],
  ] as [Record<string, string>, string[]][])('finds by %j', (raw, found) =>
    expect(names(raw)).toEqual(found),
  );

  it('names each place once', () => {
    expect(placesOf(rows)).toEqual([
      { id: lyon, name: 'Lyon Part-Dieu' },
      { id: vaise, name: 'Lyon Vaise' },
    ]);
  });

  it('keeps its state in the address', () => {
    const raw = { view: 'invited', role: 'gym_staff', place: lyon, search: 'Ines' };
    const address = href('/t', teamQuery(teamFilter(raw)));
    expect(address).toBe(`/t?view=invited&role=gym_staff&place=${lyon}&search=Ines`);
    expect(href('/t', teamQuery(teamFilter({ view: 'all' })))).toBe('/t');
  });
});
