import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { DeletedNote } from '@/components/dashboard/member/deleted-note';
import { MemberHeader } from '@/components/dashboard/member/member-header';
import { MemberHistory } from '@/components/dashboard/member/member-history';
import { MemberRisk } from '@/components/dashboard/member/member-risk';
import { MemberSide } from '@/components/dashboard/member/member-side';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { historyFilter, openMember } from '@/lib/member';
import type { RawParams } from '@/lib/utils/search-params';

interface Address {
  params: Promise<{ id: string }>;
  searchParams: Promise<RawParams>;
}

/** No name: titles end up in histories and on shared screens. */
export async function generateMetadata() {
  return { title: (await getTranslations('member'))('title') };
}

export default async function MemberPage({ params, searchParams }: Address) {
  const { actor: reader } = await currentContext();
  if (!can(reader, 'members.read')) return <ForbiddenPage actor={reader} permission="members.read" />;
  const filter = historyFilter(await searchParams);
  const { actor, gym, member } = await openMember((await params).id, filter);
  if (member.merged_into) redirect(`/dashboard/members/${member.merged_into}`);
  const here = { gymId: gym.id };
  const isGone = member.deleted_at !== null;
  const rights = {
    update: can(actor, 'members.update', here),
    act: can(actor, 'members.act', here) && !isGone,
    transcript: can(actor, 'conversations.transcript', here),
  };
  const format = await serverFormat(gym.timezone);
  const { auth, common, member: words } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, auth: { problem: auth.problem }, member: words }}>
      <div className="mx-auto max-w-[76.5rem] px-4 pt-5 pb-12 md:px-8">
        {isGone && <DeletedNote member={member} mayRestore={rights.update} format={format} />}
        <MemberHeader member={member} gym={gym} mayUpdate={rights.update && !isGone} format={format} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 border-t border-line pt-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-8">
            <MemberRisk member={member} format={format} />
            <MemberHistory member={member} filter={filter} rights={rights} format={format} />
          </div>
          <MemberSide member={member} gym={gym} actor={actor} rights={rights} format={format} />
        </div>
      </div>
    </NextIntlClientProvider>
  );
}
