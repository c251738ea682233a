import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { signInRows } from '@/components/dashboard/settings/sign-in-rows';
import { PasswordForm } from '@/components/dashboard/settings/password-form';
import { SettingsSection } from '@/components/dashboard/settings/settings-section';
import { SignInsList } from '@/components/dashboard/settings/sign-ins-list';
import { TwoStep } from '@/components/dashboard/settings/two-step';
import { authState } from '@/lib/auth/auth-state';
import { listFactors } from '@/lib/auth/factors';
import { recoveryCodesLeft } from '@/lib/auth/recovery-codes';
import { listSignIns } from '@/lib/auth/sign-ins';
import { currentContext } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';

export async function generateMetadata() {
  return { title: (await getTranslations('settings.security'))('title') };
}

export default async function SecurityPage() {
  const { actor, gym } = await currentContext();
  const db = await serverClient();
  const [signIn, factors, codesLeft, signIns] = await Promise.all([
    authState(),
    listFactors(db),
    recoveryCodesLeft(db),
    listSignIns(db),
  ]);
  const format = await serverFormat(gym?.timezone ?? 'Europe/Paris');
  const t = await getTranslations('settings.security');
  const { common, errors, settings, auth } = await getMessages();
  const { problem, invalid, password, code, codes, enrol } = auth;
  return (
    <NextIntlClientProvider
      messages={{
        common,
        errors,
        settings: { security: settings.security },
        auth: { problem, invalid, password, code, codes, enrol },
      }}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <SettingsSection title={t('twoStep')} text={t('twoStepText')}>
        <TwoStep
          email={actor.email}
          factors={factors.map(({ id, created_at }) => ({
            id,
            since: format.calendarDay(format.localDay(created_at)),
          }))}
          codesLeft={codesLeft}
          isMust={signIn.state !== 'none' && signIn.needs_mfa === true}
        />
      </SettingsSection>
      <SettingsSection title={t('password')} text={t('passwordText')}>
        <PasswordForm email={actor.email} />
      </SettingsSection>
      <SettingsSection title={t('signIns')} text={t('signInsText')}>
        <SignInsList signIns={signInRows(signIns, format, t)} hasPhone={factors.length > 0} />
      </SettingsSection>
    </NextIntlClientProvider>
  );
}
