import { Search } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { JarvisLogo } from '@/components/common/jarvis-logo';
import { Initials } from '@/components/ui/initials';
import { Kbd } from '@/components/ui/kbd';
import type { Pulse } from '@/lib/alerts';
import { Breadcrumb } from './breadcrumb';
import { ContextSwitcher, type GymChoice } from './context-switcher';
import { Freshness } from './freshness';
import type { PageKey } from './nav-items';
import { NavigationProvider, PageArea } from './navigation';
import { PageKeys } from './page-keys';
import { SidebarNav } from './sidebar-nav';
import { TabBar } from './tab-bar';
import { type Person, UserMenu } from './user-menu';

/** The frame of every page: sidebar, top bar, and on a phone the bar of tabs. */
export async function DashboardShell({
  person,
  gyms,
  gym,
  pages,
  openAlerts,
  pulse,
  suspended,
  notices,
  tools,
  children,
}: {
  person: Person;
  gyms: GymChoice[];
  gym: GymChoice | null;
  pages: PageKey[];
  openAlerts: number;
  pulse: Pulse | null;
  /** The customer's account is on hold: reading goes on, nothing can be changed. */
  suspended: boolean;
  /** Lines above every page, such as an open support access. */
  notices: ReactNode;
  /** Controls in the top bar. */
  tools: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations('shell');
  const held = await getTranslations('errors.customer_suspended');
  return (
    <NavigationProvider>
      <div className="min-h-dvh md:grid md:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
        <PageKeys />
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-ink px-4 py-2 text-canvas focus:translate-y-0"
        >
          {t('skip')}
        </a>
        <aside
          aria-label={t('sidebar')}
          className="sticky top-0 flex h-dvh flex-col gap-3 px-3 py-3 max-md:hidden print:hidden"
        >
          <Link
            href="/dashboard"
            className="flex h-7 items-center gap-2.5 px-2 text-label font-semibold tracking-[0.08em]"
          >
            <JarvisLogo size={20} /> JARVIS
          </Link>
          {gym && (
            <div className="rounded-lg border border-line bg-surface px-2 py-1.5">
              <ContextSwitcher gyms={gyms} current={gym.id}>
                <span className="min-w-0">
                  <span className="block truncate text-label font-medium">{gym.name}</span>
                  <span className="block truncate text-small text-ink-3">{gym.group}</span>
                </span>
              </ContextSwitcher>
            </div>
          )}
          <search aria-label={t('search')}>
            <form action="/dashboard/members" className="relative">
              <Search
                size={16}
                strokeWidth={1.6}
                aria-hidden
                className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-ink-3"
              />
              <input
                type="search"
                name="search"
                aria-label={t('searchMember')}
                placeholder={t('search')}
                autoComplete="off"
                maxLength={100}
                data-page-search
                className="h-8 w-full rounded-md bg-sunken pr-8 pl-8 placeholder:text-ink-2"
              />
              <Kbd className="absolute top-1/2 right-2 -translate-y-1/2 bg-surface in-[body:has(main_[data-page-search])]:hidden">
                /
              </Kbd>
            </form>
          </search>
          <SidebarNav pages={pages} openAlerts={openAlerts} />
          <div className="mt-auto">
            <UserMenu
              person={person}
              trigger={
                <button
                  type="button"
                  className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover"
                >
                  <Initials name={person.name} size="normal" />
                  <span className="min-w-0">
                    <span className="block truncate text-label font-medium">{person.name}</span>
                    <span className="block truncate text-small text-ink-3">{t(`roles.${person.role}`)}</span>
                  </span>
                </button>
              }
            />
          </div>
        </aside>
        <div className="flex min-w-0 flex-col max-md:pb-16 md:border-l md:border-line print:border-0">
          <header className="sticky top-0 z-20 flex h-13 items-center justify-between gap-4 border-b border-line bg-canvas px-4 md:px-8 print:static">
            <div className="flex min-w-0 items-center gap-2.5 md:hidden">
              <JarvisLogo size={22} />
              {gym && (
                <ContextSwitcher gyms={gyms} current={gym.id}>
                  <span className="truncate text-[1rem] font-semibold">{gym.name}</span>
                </ContextSwitcher>
              )}
            </div>
            <div className="min-w-0 max-md:hidden">{gym && <Breadcrumb gym={gym.name} pages={pages} />}</div>
            <div className="flex items-center gap-4">
              {tools}
              {gym && pulse && (
                <span className="max-md:sr-only print:hidden">
                  <Freshness
                    gymId={gym.id}
                    pulse={pulse}
                    desk={pages.includes('home') ? '/dashboard' : '/dashboard/desk'}
                  />
                </span>
              )}
              <Link
                href="/dashboard/members"
                aria-label={t('searchMember')}
                className="-mr-2 grid size-11 place-items-center md:hidden print:hidden"
              >
                <Search size={20} strokeWidth={1.6} aria-hidden />
              </Link>
            </div>
          </header>
          {notices}
          {suspended && (
            <p role="note" className="border-b border-line bg-watch-wash px-4 py-2.5 md:px-8">
              <span className="font-medium">{held('title')}.</span> {held('detail')}
            </p>
          )}
          <main id="content" tabIndex={-1} className="min-w-0 grow outline-none">
            <PageArea>{children}</PageArea>
          </main>
        </div>
        <TabBar pages={pages} openAlerts={openAlerts} person={person} />
      </div>
    </NavigationProvider>
  );
}
