import { getMessages, getTranslations } from 'next-intl/server';
import { NextIntlClientProvider } from 'next-intl';
import Link from 'next/link';
import { ConsentReceipt } from '@/components/dashboard/member/consent-receipt';
import { PrintButton } from '@/components/dashboard/member/print-button';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { openMember } from '@/lib/member';

export async function generateMetadata() {
  return { title: (await getTranslations('member.paper'))('title') };
}

export default async function ReceiptPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor: reader } = await currentContext();
  if (!can(reader, 'members.read')) return <ForbiddenPage actor={reader} permission="members.read" />;
  const { gym, member } = await openMember((await params).id, undefined, 1);
  const t = await getTranslations('member.paper');
  const { member: words } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ member: { paper: words.paper } }}>
      <div className="mx-auto max-w-[48rem] px-4 py-6 md:px-8">
        <div className="flex flex-wrap items-center justify-between gap-3 pb-5 print:hidden">
          <Link href={`/dashboard/members/${member.id}`} data-key="Escape" className="link">
            {t('back')}
          </Link>
          <PrintButton />
        </div>
        <ConsentReceipt member={member} gym={gym} format={await serverFormat(gym.timezone)} />
      </div>
    </NextIntlClientProvider>
  );
}
