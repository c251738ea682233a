import {
  AudioLines,
  Bell,
  CalendarDays,
  ChartColumn,
  DoorOpen,
  LayoutDashboard,
  type LucideIcon,
  Settings2,
  UserCog,
  Users,
} from 'lucide-react';

export type PageKey =
  | 'overview'
  | 'home'
  | 'alerts'
  | 'desk'
  | 'members'
  | 'conversations'
  | 'classes'
  | 'team'
  | 'figures'
  | 'settings';

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
  // The team begins at the desk, and finds the figures further down.
  { page: 'home', href: '/dashboard', icon: DoorOpen },
  { page: 'alerts', href: '/dashboard/alerts', icon: Bell },
  { page: 'desk', href: '/dashboard/desk', icon: DoorOpen },
  { page: 'members', href: '/dashboard/members', icon: Users, group: true },
  { page: 'conversations', href: '/dashboard/sessions', icon: AudioLines },
  { page: 'classes', href: '/dashboard/classes', icon: CalendarDays, isAside: true },
  { page: 'team', href: '/dashboard/team', icon: UserCog, group: true, isAside: true },
  { page: 'figures', href: '/dashboard/overview', icon: ChartColumn, isAside: true },
  { page: 'settings', href: '/dashboard/settings', icon: Settings2, isAside: true },
];

/** The page of a reader's that an address belongs to; the first one only by its exact address. */
export function pageOf(path: string, pages: PageKey[]): PageKey | null {
  const hit = navItems.findLast(
    ({ page, href }) =>
      pages.includes(page) && (path === href || (href !== '/dashboard' && path.startsWith(`${href}/`))),
  );
  return hit?.page ?? null;
}
