import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { MemberForm } from '@/components/dashboard/member/member-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { openMember } from '@/lib/member';

export async function generateMetadata() {
  return { title: (await getTranslations('member'))('edit') };
}

export default async function EditMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, gym, member } = await openMember((await params).id, undefined, 1);
  if (!member.values || !can(actor, 'members.update', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.update" />;
  if (member.deleted_at) redirect(`/dashboard/members/${member.id}`);
  const t = await getTranslations('member.form');
  const { auth, common, member: words } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, auth: { problem: auth.problem }, member: words }}>
      <div className="mx-auto max-w-[60rem] px-4 pt-5 md:px-8">
        <h1 className="pb-5 text-title">
          {t('editTitle', { name: `${member.first_name} ${member.last_name}` })}
        </h1>
        <MemberForm
          gymId={gym.id}
          id={member.id}
          values={member.values}
          health={member.health}
          today={member.habits.today}
        />
      </div>
    </NextIntlClientProvider>
  );
}
