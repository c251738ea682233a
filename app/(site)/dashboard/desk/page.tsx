import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/components/dashboard/desk/desk-page';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { getDesk } from '@/lib/desk';
import { currentGym } from '@/lib/gyms';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('desk'))('title') };
}

export default async function DeskModePage() {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.act', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.act" />;
  return <DeskPage actor={actor} gym={gym} desk={await getDesk(await serverClient(), gym.id)} />;
}
