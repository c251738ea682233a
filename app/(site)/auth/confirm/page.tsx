import Link from 'next/link';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { AuthColumns } from '@/components/auth/auth-columns';
import { ConfirmForm } from '@/components/auth/confirm-form';
import { SiteFrame } from '@/components/common/site-frame';
import { Button } from '@/components/ui/button';
import { authState } from '@/lib/auth/auth-state';
import { linkTypes } from '@/lib/auth/sign-in';
import { oneOf, param, type RawParams } from '@/lib/utils/search-params';

export async function generateMetadata({ searchParams }: { searchParams: Promise<RawParams> }) {
  const type = oneOf(await searchParams, 'type', linkTypes, 'invite');
  return { title: (await getTranslations('auth.confirm'))(`${type}.title`), referrer: 'no-referrer' };
}

export default async function ConfirmPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const params = await searchParams;
  const token = param(params, 'token_hash');
  const type = oneOf(params, 'type', linkTypes, null);
  const t = await getTranslations('auth.confirm');
  if (!token || !type || param(params, 'gone')) return <Gone type={type} />;
  const signIn = await authState();
  const { common, errors, auth } = await getMessages();
  const { problem, confirm } = auth;
  return (
    <SiteFrame>
      <AuthColumns
        title={t(`${type}.title`)}
        lead={t(`${type}.lead`)}
        note={{ title: t('why'), text: t('whyText') }}
      >
        <div className="grid gap-5">
          {'email' in signIn && signIn.email && signIn.state !== 'ended' && (
            <p className="border-l-2 border-line-strong pl-4 text-ink-2">
              {t('replaces', { email: signIn.email })}
            </p>
          )}
          <NextIntlClientProvider messages={{ common, errors, auth: { problem, confirm } }}>
            <ConfirmForm token={token} type={type} next={param(params, 'next')} />
          </NextIntlClientProvider>
        </div>
      </AuthColumns>
    </SiteFrame>
  );
}

/** A link that is used up, too old or broken, with the next step of its kind. */
async function Gone({ type }: { type: (typeof linkTypes)[number] | null }) {
  const t = await getTranslations('auth.confirm');
  const isRecovery = type === 'recovery';
  return (
    <SiteFrame>
      <AuthColumns title={t('goneTitle')} lead={t('goneLead')}>
        <div className="grid justify-items-start gap-5">
          <p>{isRecovery ? t('goneRecovery') : t('goneInvite')}</p>
          <div className="flex flex-wrap gap-2">
            <Button asChild tone="accent">
              <Link href="/auth/reset">{t('askAgain')}</Link>
            </Button>
            <Button asChild>
              <Link href="/login">{(await getTranslations('auth.frame'))('signIn')}</Link>
            </Button>
          </div>
        </div>
      </AuthColumns>
    </SiteFrame>
  );
}
