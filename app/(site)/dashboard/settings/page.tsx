import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { ProfileForm } from '@/components/dashboard/settings/profile-form';
import { SettingsSection } from '@/components/dashboard/settings/settings-section';
import { ThemeChoice } from '@/components/dashboard/settings/theme-choice';
import type { GymContext, StaffActor } from '@/lib/auth/actor';
import { currentContext } from '@/lib/gyms';
import { chosenTheme } from '@/lib/theme';

export async function generateMetadata() {
  return { title: (await getTranslations('settings.profile'))('title') };
}

/** Who can change somebody's address: whoever invited people of that role. */
function keeperOf(actor: StaffActor, gym: GymContext | null) {
  if (actor.role === 'gym_staff') return 'askManager';
  return actor.role === 'gym_manager' && gym?.franchise_name ? 'askOwner' : 'askPlatform';
}

export default async function ProfilePage() {
  const { actor, gym } = await currentContext();
  const t = await getTranslations('settings.profile');
  const roles = await getTranslations('shell.roles');
  const { common, errors, shell, settings, auth } = await getMessages();
  const { problem, invalid } = auth;
  const facts = [
    [t('role'), roles(actor.role)],
    [t('place'), actor.gyms.length === 1 ? actor.gyms[0]?.name : t('gyms', { count: actor.gyms.length })],
  ];
  return (
    <NextIntlClientProvider
      messages={{
        common,
        errors,
        shell: { themes: shell.themes },
        settings: { profile: settings.profile },
        auth: { problem, invalid },
      }}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <SettingsSection title={t('you')} text={t('youText')}>
        <div className="grid gap-8">
          <ProfileForm name={actor.fullName} language={actor.language} />
          <dl className="grid">
            <div className="grid gap-x-4 gap-y-1 border-t border-line py-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
              <dt className="text-ink-2">{t('email')}</dt>
              <dd className="grid gap-1 break-words">
                {actor.email}
                <span className="text-label text-ink-3">
                  {t('emailHelp', { who: t(keeperOf(actor, gym)) })}
                </span>
              </dd>
            </div>
            {facts.map(([name, value]) => (
              <div
                key={name}
                className="grid gap-x-4 gap-y-1 border-t border-line py-3 sm:grid-cols-[8rem_minmax(0,1fr)]"
              >
                <dt className="text-ink-2">{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </SettingsSection>
      <SettingsSection title={t('theme')} text={t('themeText')}>
        <ThemeChoice current={await chosenTheme()} />
      </SettingsSection>
    </NextIntlClientProvider>
  );
}
