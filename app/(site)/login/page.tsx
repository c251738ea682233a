import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { AuthColumns } from '@/components/auth/auth-columns';
import { LoginForm } from '@/components/auth/login-form';
import { SiteFrame } from '@/components/common/site-frame';
import { authState } from '@/lib/auth/auth-state';
import { nextStep, pathFor } from '@/lib/auth/gate';
import { env } from '@/lib/env';
import { ownPath } from '@/lib/utils/own-path';
import { param, type RawParams } from '@/lib/utils/search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('login'))('title') };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const next = ownPath(param(await searchParams, 'next'), '/dashboard');
  const { state } = await authState();
  if (nextStep(state)) redirect(pathFor(state, next));
  const t = await getTranslations('login');
  const { common, errors, login, auth } = await getMessages();
  const { problem, invalid, password } = auth;
  return (
    <SiteFrame>
      <AuthColumns
        title={t('title')}
        lead={t('lead')}
        note={{ title: t('noAccess'), text: t('noAccessText') }}
      >
        <NextIntlClientProvider messages={{ common, errors, login, auth: { problem, invalid, password } }}>
          <LoginForm next={next} siteKey={env().HCAPTCHA_SITE_KEY ?? null} />
        </NextIntlClientProvider>
      </AuthColumns>
    </SiteFrame>
  );
}
