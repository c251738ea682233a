import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { AuthColumns } from '@/components/auth/auth-columns';
import { MfaForm, RecoveryForm } from '@/components/auth/mfa-form';
import { SiteFrame } from '@/components/common/site-frame';
import { authState } from '@/lib/auth/auth-state';
import { pathFor } from '@/lib/auth/gate';
import { ownPath } from '@/lib/utils/own-path';
import { href, param, type RawParams } from '@/lib/utils/search-params';

const PATH = '/auth/mfa';

export async function generateMetadata() {
  return { title: (await getTranslations('auth.mfa'))('title') };
}

export default async function MfaPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const params = await searchParams;
  const next = ownPath(param(params, 'next'), '/dashboard');
  const signIn = await authState();
  if (signIn.state !== 'mfa') redirect(pathFor(signIn.state, next));
  const byRecovery = param(params, 'way') === 'recovery';
  const t = await getTranslations('auth.mfa');
  const { common, errors, auth } = await getMessages();
  const { problem, invalid, code, mfa, frame } = auth;
  const kept = next === '/dashboard' ? {} : { next };
  return (
    <SiteFrame>
      <AuthColumns
        title={byRecovery ? t('recoveryTitle') : t('title')}
        lead={byRecovery ? t('recoveryLead') : t('lead')}
        detail={signIn.email && <p className="text-ink-2">{t('as', { email: signIn.email })}</p>}
        note={byRecovery ? { title: t('noneTitle'), text: t('none') } : undefined}
      >
        <NextIntlClientProvider messages={{ common, errors, auth: { problem, invalid, code, mfa, frame } }}>
          {byRecovery ? (
            <RecoveryForm next={next} otherWay={href(PATH, kept)} />
          ) : (
            <MfaForm next={next} otherWay={href(PATH, { ...kept, way: 'recovery' })} />
          )}
        </NextIntlClientProvider>
      </AuthColumns>
    </SiteFrame>
  );
}
