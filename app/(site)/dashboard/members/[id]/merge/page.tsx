import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { MergeCandidates } from '@/components/dashboard/member/merge-candidates';
import { MergeForm } from '@/components/dashboard/member/merge-form';
import { ForbiddenPage } from '@/components/ui/forbidden-page';
import { can } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors';
import { currentContext } from '@/lib/gyms';
import { getMerge, orNotFound } from '@/lib/member';
import { serverClient } from '@/lib/supabase/server';
import { param, type RawParams, rowId } from '@/lib/utils/search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('member.merging'))('title') };
}

interface Address {
  params: Promise<{ id: string }>;
  searchParams: Promise<RawParams>;
}

/** A gym of the reader's where they may only look, or whose customer is on hold. */
function unlessRefused(error: unknown): null {
  if (error instanceof AppError && error.status === 403) return null;
  throw error;
}

export default async function MergePage({ params, searchParams }: Address) {
  const { actor } = await currentContext();
  if (!can(actor, 'members.update')) return <ForbiddenPage actor={actor} permission="members.update" />;
  const raw = await searchParams;
  const id = rowId({ ...(await params) }, 'id');
  if (!id) notFound();
  const search = param(raw, 'search');
  const page = await orNotFound(getMerge(await serverClient(), id, rowId(raw, 'with'), search)).catch(
    unlessRefused,
  );
  if (!page) return <ForbiddenPage actor={actor} permission="members.update" />;
  const t = await getTranslations('member.merging');
  const { auth, common, member: words } = await getMessages();
  const path = `/dashboard/members/${id}`;
  return (
    <NextIntlClientProvider messages={{ common, auth: { problem: auth.problem }, member: words }}>
      <div className="mx-auto max-w-[60rem] px-4 pt-5 pb-12 md:px-8">
        <Link href={path} data-key="Escape" className="link text-label print:hidden">
          {t('back')}
        </Link>
        <h1 className="pt-2 text-title">{t('title')}</h1>
        <p className="max-w-[44rem] pt-2 pb-6 text-ink-2">{t('text')}</p>
        {page.other ? (
          <MergeForm keep={page.keep} drop={page.other} />
        ) : (
          <MergeCandidates path={`${path}/merge`} candidates={page.candidates} search={search} />
        )}
      </div>
    </NextIntlClientProvider>
  );
}
