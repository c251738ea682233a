import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/components/dashboard/desk/desk-page';
import { OverviewPage } from '@/components/dashboard/overview/overview-page';
import { EmptyState } from '@/components/ui/empty-state';
import { getDesk } from '@/lib/desk';
import { currentContext } from '@/lib/gyms';
import { getOverview } from '@/lib/overview';
import { serverClient } from '@/lib/supabase/server';

/** Where everybody begins: the team at the desk, those in charge with what happened. */
export default async function FirstPage() {
  const { actor, gym } = await currentContext();
  if (!gym) {
    const t = await getTranslations('shell');
    return (
      <div className="px-4 md:px-8">
        <h1 className="sr-only">{t('nav.overview')}</h1>
        <EmptyState title={t('noGym.title')}>{t('noGym.detail')}</EmptyState>
      </div>
    );
  }
  const db = await serverClient();
  return actor.role === 'gym_staff' ? (
    <DeskPage actor={actor} gym={gym} desk={await getDesk(db, gym.id)} />
  ) : (
    <OverviewPage actor={actor} gym={gym} overview={await getOverview(db, gym.id)} />
  );
}
