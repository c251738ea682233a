import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { MemberForm } from '@/components/dashboard/member/member-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';

export async function generateMetadata() {
  return { title: (await getTranslations('member.form'))('newTitle') };
}

export default async function NewMemberPage() {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.update', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.update" />;
  const t = await getTranslations('member.form');
  const { auth, common, member: words } = await getMessages();
  const today = (await serverFormat(gym.timezone)).localDay(new Date());
  return (
    <NextIntlClientProvider messages={{ common, auth: { problem: auth.problem }, member: words }}>
      <div className="mx-auto max-w-[60rem] px-4 pt-5 md:px-8">
        <h1 className="pb-5 text-title">{t('newTitle')}</h1>
        <MemberForm gymId={gym.id} values={{}} health="later" today={today} />
      </div>
    </NextIntlClientProvider>
  );
}
