import { getTranslations } from 'next-intl/server';
import { LinkTabs } from '@/components/ui/link-tabs';

export const entryPages = ['log', 'badges', 'guests', 'readers'] as const;
export type EntryPage = (typeof entryPages)[number];

const paths: Record<EntryPage, string> = {
  log: '/dashboard/entries',
  badges: '/dashboard/entries/badges',
  guests: '/dashboard/entries/guests',
  readers: '/dashboard/entries/readers',
};

/** The pages about badges: who came in, badges to give, guests of the day, how readers write. */
export async function EntriesTabs({ current }: { current: EntryPage }) {
  const t = await getTranslations('badges.pages');
  return (
    <div className="flex h-11 border-b border-line px-4 md:px-8">
      <LinkTabs
        label={t('label')}
        tabs={entryPages.map((page) => ({
          href: paths[page],
          label: t(page),
          active: page === current,
        }))}
      />
    </div>
  );
}
