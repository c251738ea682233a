import { AudioLines, Bell, LayoutDashboard, type LucideIcon, Users } from 'lucide-react';

export type PageKey = 'overview' | 'alerts' | 'members' | 'conversations';

/** The pages of the dashboard in the order of the sidebar; `group` starts a new block. */
export const navItems: { page: PageKey; href: string; icon: LucideIcon; group?: true }[] = [
  { page: 'overview', href: '/dashboard', icon: LayoutDashboard },
  { page: 'alerts', href: '/dashboard/alerts', icon: Bell },
  { page: 'members', href: '/dashboard/members', icon: Users, group: true },
  { page: 'conversations', href: '/dashboard/sessions', icon: AudioLines },
];

/** The page that an address belongs to; the overview only by its exact address. */
export function pageOf(path: string): PageKey | null {
  const hit = navItems.findLast(
    ({ href }) => path === href || (href !== '/dashboard' && path.startsWith(`${href}/`)),
  );
  return hit?.page ?? null;
}
