import type { RunningApp } from './app.ts';
import type { Who } from './fixtures.ts';
import { ask } from './members.ts';

/** The people of one customer of the demo, a role each, and the platform's. */
export const roles = {
  staff: 'ines@atelier-forme.example',
  manager: 'camille@atelier-forme.example',
  owner: 'franchise_owner',
  platform: 'super_admin',
} as const satisfies Record<string, Who>;
export type RoleName = keyof typeof roles;

export interface DashboardPage {
  /** The first part of its pictures' names. */
  name: string;
  /** What stands in brackets is an id of the demo's own gym. */
  path: string;
  /** Whom it opens for; anybody else is told that their role does not open it. */
  opens: RoleName[];
}

const everybody: RoleName[] = ['staff', 'manager', 'owner', 'platform'];
const team: RoleName[] = ['staff', 'manager', 'owner'];
const leads: RoleName[] = ['manager', 'owner'];
const above: RoleName[] = ['manager', 'owner', 'platform'];

/** Every page of the dashboard (rule T6); without a support access the platform reads no conversation and no alert. */
export const dashboardPages: DashboardPage[] = [
  { name: 'overview', path: '/dashboard', opens: everybody },
  { name: 'figures', path: '/dashboard/overview', opens: everybody },
  { name: 'alerts', path: '/dashboard/alerts', opens: team },
  { name: 'desk', path: '/dashboard/desk', opens: team },
  { name: 'members', path: '/dashboard/members', opens: everybody },
  { name: 'member', path: '/dashboard/members/[member]', opens: everybody },
  { name: 'member-new', path: '/dashboard/members/new', opens: leads },
  { name: 'member-edit', path: '/dashboard/members/[member]/edit', opens: leads },
  { name: 'member-merge', path: '/dashboard/members/[member]/merge', opens: leads },
  { name: 'member-receipt', path: '/dashboard/members/[member]/receipt', opens: everybody },
  { name: 'member-erased', path: '/dashboard/members/erased', opens: leads },
  { name: 'import', path: '/dashboard/members/import', opens: leads },
  { name: 'entries', path: '/dashboard/entries', opens: everybody },
  { name: 'badges', path: '/dashboard/entries/badges', opens: everybody },
  { name: 'guests', path: '/dashboard/entries/guests', opens: everybody },
  { name: 'readers', path: '/dashboard/entries/readers', opens: everybody },
  { name: 'kiosk-setup', path: '/dashboard/kiosks/setup?kiosk=lyon-part-dieu-entree', opens: everybody },
  { name: 'conversations', path: '/dashboard/sessions', opens: team },
  { name: 'classes', path: '/dashboard/classes', opens: everybody },
  { name: 'classes-list', path: '/dashboard/classes?view=classes', opens: everybody },
  { name: 'kiosks', path: '/dashboard/kiosks', opens: everybody },
  { name: 'kiosk', path: '/dashboard/kiosks/[kiosk]', opens: everybody },
  { name: 'team', path: '/dashboard/team', opens: everybody },
  { name: 'settings', path: '/dashboard/settings', opens: everybody },
  { name: 'settings-security', path: '/dashboard/settings/security', opens: everybody },
  { name: 'settings-gym', path: '/dashboard/settings/gym', opens: everybody },
  { name: 'settings-gym-place', path: '/dashboard/settings/gym/place', opens: everybody },
  { name: 'settings-gym-kiosk', path: '/dashboard/settings/gym/kiosk', opens: everybody },
  { name: 'settings-gym-consents', path: '/dashboard/settings/gym/consents', opens: everybody },
  { name: 'settings-gym-data', path: '/dashboard/settings/gym/data', opens: everybody },
  { name: 'settings-audit', path: '/dashboard/settings/audit', opens: above },
  { name: 'admin-clients', path: '/dashboard/admin/clients', opens: ['platform'] },
  { name: 'admin-client-new', path: '/dashboard/admin/clients/new', opens: ['platform'] },
  { name: 'admin-franchises', path: '/dashboard/admin/franchises', opens: ['platform'] },
  { name: 'admin-franchise', path: '/dashboard/admin/franchises/[franchise]', opens: ['platform'] },
  { name: 'admin-gyms', path: '/dashboard/admin/gyms', opens: ['platform'] },
  { name: 'admin-gym', path: '/dashboard/admin/gyms/[gym]', opens: ['platform'] },
  { name: 'admin-users', path: '/dashboard/admin/users', opens: ['platform'] },
  { name: 'admin-costs', path: '/dashboard/admin/costs', opens: ['platform'] },
  { name: 'admin-prices', path: '/dashboard/admin/costs/prices', opens: ['platform'] },
];

/** The address of a page, with the ids of the gym that all of `roles` open. */
export async function pathsOf(app: RunningApp): Promise<(page: DashboardPage) => string> {
  const [ids] = await ask(
    app,
    (sql) => sql<Record<string, string>[]>`
      select g.id as gym, g.franchise_id as franchise, (
        select m.id from public.gym_members_v2 m
        where m.gym_id = g.id and m.deleted_at is null and m.first_name = 'Nadia' order by m.sort_name limit 1
      ) as member, (
        select k.id from public.kiosks k where k.gym_id = g.id and k.name = 'Accueil'
      ) as kiosk
      from public.gyms g where g.name = 'Lyon Part-Dieu'`,
  );
  return ({ path }) => path.replaceAll(/\[(\w+)\]/g, (_, key: string) => ids?.[key] ?? '');
}
