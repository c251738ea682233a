import Link from 'next/link';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { AuthColumns } from '@/components/auth/auth-columns';
import { EnrolSteps } from '@/components/auth/enrol-steps';
import { OtherAccount } from '@/components/auth/other-account';
import { SetupForm } from '@/components/auth/setup-form';
import { SetupSteps } from '@/components/auth/setup-steps';
import { SiteFrame } from '@/components/common/site-frame';
import { Button } from '@/components/ui/button';
import { authState } from '@/lib/auth/auth-state';
import { pathFor } from '@/lib/auth/gate';
import { ownInvitation } from '@/lib/auth/setup';
import { serverClient } from '@/lib/supabase/server';
import { ownPath } from '@/lib/utils/own-path';
import { param, type RawParams } from '@/lib/utils/search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('auth.setup'))('title') };
}

export default async function SetupPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const params = await searchParams;
  const next = ownPath(param(params, 'next'), '/dashboard');
  const signIn = await authState();
  if (signIn.state === 'setup') return <Invited email={signIn.email ?? ''} />;
  const offered = signIn.state === 'ready' && !signIn.has_factor && param(params, 'step') === 'mfa';
  if (signIn.state !== 'enrol' && !offered) redirect(pathFor(signIn.state, next));
  const { common, errors, auth } = await getMessages();
  const { problem, invalid, code, codes, enrol, setup, frame } = auth;
  return (
    <SiteFrame>
      <NextIntlClientProvider
        messages={{ common, errors, auth: { problem, invalid, code, codes, enrol, setup, frame } }}
      >
        <EnrolSteps email={signIn.email ?? ''} next={next} must={signIn.state === 'enrol'} />
      </NextIntlClientProvider>
    </SiteFrame>
  );
}

async function Invited({ email }: { email: string }) {
  const t = await getTranslations('auth.setup');
  const shell = await getTranslations('shell.roles');
  const invitation = await ownInvitation(await serverClient());
  if (!invitation)
    return (
      <SiteFrame>
        <AuthColumns title={t('goneTitle')} lead={t('goneLead')}>
          <Button asChild>
            <Link href="/login">{(await getTranslations('auth.frame'))('signIn')}</Link>
          </Button>
        </AuthColumns>
      </SiteFrame>
    );
  const place = invitation.place ?? t('platform');
  const { common, errors, auth } = await getMessages();
  const { problem, invalid, password, setup, frame } = auth;
  const facts = [
    [t('asRole'), shell(invitation.role)],
    [t('asEmail'), email],
  ];
  return (
    <SiteFrame>
      <NextIntlClientProvider
        messages={{ common, errors, auth: { problem, invalid, password, setup, frame } }}
      >
        <AuthColumns
          title={t('title')}
          lead={
            invitation.invited_by_name
              ? t('lead', { inviter: invitation.invited_by_name, place })
              : t('leadAlone', { place })
          }
          detail={
            <>
              <dl className="grid gap-1.5">
                {facts.map(([name, value]) => (
                  <div key={name} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-4">
                    <dt className="text-ink-2">{name}</dt>
                    <dd className="break-words">{value}</dd>
                  </div>
                ))}
              </dl>
              <SetupSteps current="account" mustEnrol={invitation.needs_mfa} />
              <p>
                <OtherAccount />
              </p>
            </>
          }
        >
          <SetupForm name={invitation.full_name} language={invitation.language} email={email} />
        </AuthColumns>
      </NextIntlClientProvider>
    </SiteFrame>
  );
}
