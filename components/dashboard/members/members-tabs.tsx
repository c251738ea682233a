import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkTabs } from '@/components/ui/link-tabs';
import {
  isSameView,
  type MemberFilter,
  type MemberList,
  memberQuery,
  memberViews,
  type SavedView,
  viewQuery,
} from '@/lib/members';
import { href } from '@/lib/utils/search-params';
import { ViewMenu } from './view-menu';

/** The views of the list, those that come with it and those that were saved, and what can be done with the one on screen. */
export async function MembersTabs({
  path,
  gymId,
  me,
  filter,
  counts,
  counted,
  views,
  may,
  actions,
}: {
  path: string;
  gymId: string;
  me: string;
  filter: MemberFilter;
  counts: MemberList['counts'];
  counted: (count: number) => string;
  views: SavedView[];
  /** Whether the reader keeps views at all, and shares them. */
  may: { save: boolean; share: boolean };
  /** What can be done with the whole list. */
  actions: ReactNode;
}) {
  const t = await getTranslations('members');
  const query = memberQuery(filter);
  const current = viewQuery(filter);
  const saved = views.find(({ id }) => id === filter.saved);
  // From a saved view a tab leads back to the plain list, not to its filters under another name.
  const base = saved ? {} : query;
  const isChanged = saved
    ? !isSameView(current, saved.query)
    : Object.keys(current).some((name) => name !== 'view');
  return (
    <div className="flex items-center justify-between gap-x-6 border-b border-line px-4 max-lg:flex-wrap md:px-8">
      <div className="h-11 min-w-0 max-lg:w-full max-md:h-14">
        <LinkTabs
          label={t('views')}
          tabs={[
            ...memberViews.map((view) => ({
              href: href(path, base, { view: view === 'all' ? null : view, cursor: null }),
              label: t(`view.${view}`),
              count: counted(counts[view]),
              active: !saved && view === filter.view,
            })),
            ...views.map((view) => ({
              href: href(path, view.query, { saved: view.id }),
              label: view.name,
              count: view.is_shared ? t('saved.shared') : undefined,
              active: view.id === saved?.id,
            })),
          ]}
        />
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-1 max-lg:shrink max-lg:pb-2 print:hidden">
        {may.save && (
          <ViewMenu
            gymId={gymId}
            path={path}
            current={current}
            saved={saved}
            isChanged={isChanged}
            may={{ share: may.share, change: saved?.owner_id === me || may.share }}
          />
        )}
        {actions}
      </div>
    </div>
  );
}
