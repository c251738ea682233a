import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OverviewPage } from '@/components/dashboard/overview/overview-page';
import { currentGym } from '@/lib/gyms';
import { getOverview } from '@/lib/overview';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('nav.figures') };
}

/** The figures of a gym for those whose first page is the desk. */
export default async function FiguresPage() {
  const { actor, gym } = await currentGym();
  if (actor.role !== 'gym_staff') redirect('/dashboard');
  return <OverviewPage actor={actor} gym={gym} overview={await getOverview(await serverClient(), gym.id)} />;
}
