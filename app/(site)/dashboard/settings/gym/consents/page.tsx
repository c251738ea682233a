import { getTranslations } from 'next-intl/server';
import { ConsentCard, type ConsentWords } from '@/components/dashboard/gym-settings/consent-card';
import { GymSettingsPage } from '@/components/dashboard/gym-settings/gym-settings-page';
import { kioskWordsOfAll } from '@/components/dashboard/gym-settings/kiosk-words';
import { openSettings } from '@/lib/gym-settings/open-settings';
import { SettingsSection } from '@/components/dashboard/settings/settings-section';
import { type ConsentPurpose, consentPurposes } from '@/lib/gym-settings/limits';
import { serverFormat } from '@/lib/i18n/server-format';

export async function generateMetadata() {
  return { title: (await getTranslations('gymSettings.consents'))('title') };
}

export default async function GymConsentsPage() {
  const { gym, settings, mayChange, readOnly } = await openSettings();
  const t = await getTranslations('gymSettings.consents');
  const format = await serverFormat(gym.timezone);
  const words = await kioskWordsOfAll(settings.gym.address_form, '');
  const ours = (purpose: ConsentPurpose, part: 'question' | 'text'): ConsentWords => ({
    fr: words.fr.consents[purpose][part],
    en: words.en.consents[purpose][part],
    es: words.es.consents[purpose][part],
  });
  return (
    <GymSettingsPage title={t('title')} readOnly={readOnly}>
      <p className="max-w-[44rem] pt-6 text-ink-2">{t('lead')}</p>
      {consentPurposes.map((purpose) => (
        <SettingsSection key={purpose} title={t(`purpose.${purpose}`)} text={t(`purposeText.${purpose}`)}>
          <ConsentCard
            key={gym.id}
            gymId={gym.id}
            purpose={purpose}
            questions={ours(purpose, 'question')}
            ours={ours(purpose, 'text')}
            versions={settings.consents
              .filter((one) => one.purpose === purpose)
              .map(({ version, valid_from, texts, asks_again }) => ({
                version,
                since: format.calendarDay(format.localDay(valid_from)),
                texts,
                asksAgain: asks_again,
              }))}
            mayChange={mayChange}
          />
        </SettingsSection>
      ))}
    </GymSettingsPage>
  );
}
