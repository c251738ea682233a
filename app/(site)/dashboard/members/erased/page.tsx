import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { ErasureReceipt } from '@/components/dashboard/rights/erasure-receipt';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { currentGym } from '@/lib/gyms';

export async function generateMetadata() {
  return { title: (await getTranslations('rights.erase'))('done') };
}

/** What an erasure has reached: the member's own page is gone by then. */
export default async function ErasedPage() {
  const { actor, gym } = await currentGym();
  if (!can(actor, 'members.update', { gymId: gym.id }))
    return <ForbiddenPage actor={actor} permission="members.update" />;
  const { rights } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ rights }}>
      <div className="max-w-[44rem] px-4 py-6 md:px-8">
        <ErasureReceipt timezone={gym.timezone} />
      </div>
    </NextIntlClientProvider>
  );
}
