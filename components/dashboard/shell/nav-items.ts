import {
  AudioLines,
  Bell,
  Building2,
  CalendarDays,
  ChartColumn,
  Coins,
  ContactRound,
  DoorOpen,
  House,
  IdCardLanyard,
  LayoutDashboard,
  type LucideIcon,
  MonitorSmartphone,
  Network,
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
  | 'entries'
  | 'conversations'
  | 'classes'
  | 'kiosks'
  | 'team'
  | 'figures'
  | 'settings'
  | 'clients'
  | 'franchises'
  | 'gyms'
  | 'users'
  | 'costs';

export interface NavItem {
  page: PageKey;
  href: string;
  icon: LucideIcon;
  /** Starts a new block. */
  group?: true;
  /** On a phone under "more", because the bar has no room for it. */
  isAside?: true;
  /** Of the platform, not of the gym on screen. */
  isPlatform?: true;
}

/** The pages of the dashboard in the order of the sidebar. */
export const navItems: NavItem[] = [
  { page: 'overview', href: '/dashboard', icon: LayoutDashboard },
  // The team begins at the desk, and finds the figures further down.
  { page: 'home', href: '/dashboard', icon: DoorOpen },
  { page: 'alerts', href: '/dashboard/alerts', icon: Bell },
  { page: 'desk', href: '/dashboard/desk', icon: DoorOpen },
  { page: 'members', href: '/dashboard/members', icon: Users, group: true },
  { page: 'entries', href: '/dashboard/entries', icon: IdCardLanyard, isAside: true },
  { page: 'conversations', href: '/dashboard/sessions', icon: AudioLines },
  { page: 'classes', href: '/dashboard/classes', icon: CalendarDays, isAside: true },
  { page: 'kiosks', href: '/dashboard/kiosks', icon: MonitorSmartphone, group: true, isAside: true },
  { page: 'team', href: '/dashboard/team', icon: UserCog, isAside: true },
  { page: 'figures', href: '/dashboard/overview', icon: ChartColumn, isAside: true },
  { page: 'settings', href: '/dashboard/settings', icon: Settings2, isAside: true },
  {
    page: 'clients',
    href: '/dashboard/admin/clients',
    icon: Building2,
    group: true,
    isAside: true,
    isPlatform: true,
  },
  { page: 'franchises', href: '/dashboard/admin/franchises', icon: Network, isAside: true, isPlatform: true },
  { page: 'gyms', href: '/dashboard/admin/gyms', icon: House, isAside: true, isPlatform: true },
  { page: 'users', href: '/dashboard/admin/users', icon: ContactRound, isAside: true, isPlatform: true },
  { page: 'costs', href: '/dashboard/admin/costs', icon: Coins, isAside: true, isPlatform: true },
];

/** The item of a reader's that an address belongs to; the first one only by its exact address. */
export function itemOf(path: string, pages: PageKey[]): NavItem | null {
  return (
    navItems.findLast(
      ({ page, href }) =>
        pages.includes(page) && (path === href || (href !== '/dashboard' && path.startsWith(`${href}/`))),
    ) ?? null
  );
}

export const pageOf = (path: string, pages: PageKey[]): PageKey | null => itemOf(path, pages)?.page ?? null;
