import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { AuthColumns } from '@/components/auth/auth-columns';
import { NewPasswordForm } from '@/components/auth/new-password-form';
import { OtherAccount } from '@/components/auth/other-account';
import { ResetForm } from '@/components/auth/reset-form';
import { SiteFrame } from '@/components/common/site-frame';
import { authState } from '@/lib/auth/auth-state';
import { nextStep, pathFor, signInPages } from '@/lib/auth/gate';
import { cameByLink } from '@/lib/auth/password';
import { env } from '@/lib/env';
import { param, type RawParams } from '@/lib/utils/search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('auth.reset'))('title') };
}

export default async function ResetPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  if (param(await searchParams, 'step') !== 'password') return <Ask />;
  const signIn = await authState();
  if (signIn.state !== 'ready') {
    if (nextStep(signIn.state)) redirect(pathFor(signIn.state, signInPages.newPassword));
    return <Ask expired />;
  }
  if (!cameByLink(signIn)) return <Ask expired />;
  const t = await getTranslations('auth.reset');
  const { common, errors, auth } = await getMessages();
  const { problem, invalid, password, reset, frame } = auth;
  return (
    <SiteFrame>
      <NextIntlClientProvider
        messages={{ common, errors, auth: { problem, invalid, password, reset, frame } }}
      >
        <AuthColumns
          title={t('newTitle')}
          lead={t('newLead', { email: signIn.email ?? '' })}
          detail={
            <p>
              <OtherAccount />
            </p>
          }
        >
          <NewPasswordForm email={signIn.email ?? ''} />
        </AuthColumns>
      </NextIntlClientProvider>
    </SiteFrame>
  );
}

/** Asks for a link; `expired` when the one that led here no longer counts. */
async function Ask({ expired = false }: { expired?: boolean }) {
  const t = await getTranslations('auth.reset');
  const { common, errors, auth } = await getMessages();
  const { problem, invalid, reset, frame } = auth;
  return (
    <SiteFrame>
      <NextIntlClientProvider messages={{ common, errors, auth: { problem, invalid, reset, frame } }}>
        <ResetForm lead={expired ? t('expired') : t('lead')} siteKey={env().HCAPTCHA_SITE_KEY ?? null} />
      </NextIntlClientProvider>
    </SiteFrame>
  );
}
