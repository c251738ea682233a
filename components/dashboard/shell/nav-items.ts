import {
  AudioLines,
  Bell,
  CalendarDays,
  LayoutDashboard,
  type LucideIcon,
  Settings2,
  UserCog,
  Users,
} from 'lucide-react';

export type PageKey = 'overview' | 'alerts' | 'members' | 'conversations' | 'classes' | 'team' | 'settings';

export interface NavItem {
  page: PageKey;
  href: string;
  icon: LucideIcon;
  /** Starts a new block. */
  group?: true;
  /** On a phone under "more", because the bar has no room for it. */
  isAside?: true;
}

/** The pages of the dashboard in the order of the sidebar. */
export const navItems: NavItem[] = [
  { page: 'overview', href: '/dashboard', icon: LayoutDashboard },
  { page: 'alerts', href: '/dashboard/alerts', icon: Bell },
  { page: 'members', href: '/dashboard/members', icon: Users, group: true },
  { page: 'conversations', href: '/dashboard/sessions', icon: AudioLines },
  { page: 'classes', href: '/dashboard/classes', icon: CalendarDays, isAside: true },
  { page: 'team', href: '/dashboard/team', icon: UserCog, group: true, isAside: true },
  { page: 'settings', href: '/dashboard/settings', icon: Settings2, isAside: true },
];

/** The page that an address belongs to; the overview only by its exact address. */
export function pageOf(path: string): PageKey | null {
  const hit = navItems.findLast(
    ({ href }) => path === href || (href !== '/dashboard' && path.startsWith(`${href}/`)),
  );
  return hit?.page ?? null;
}
