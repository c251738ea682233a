import { getTranslations } from 'next-intl/server';
import { RetentionForm, ThresholdsForm } from '@/components/dashboard/gym-settings/data-forms';
import { GymSettingsPage } from '@/components/dashboard/gym-settings/gym-settings-page';
import { openSettings } from '@/lib/gym-settings/open-settings';
import { SettingsSection } from '@/components/dashboard/settings/settings-section';

export async function generateMetadata() {
  return { title: (await getTranslations('gymSettings.data'))('title') };
}

export default async function GymDataPage() {
  const { gym, settings, mayChange, readOnly } = await openSettings();
  const t = await getTranslations('gymSettings.data');
  const { retention, thresholds } = settings.gym;
  return (
    <GymSettingsPage title={t('title')} readOnly={readOnly}>
      <SettingsSection title={t('keep')} text={t('keepText')}>
        <RetentionForm key={gym.id} gymId={gym.id} held={{ retention }} mayChange={mayChange} />
      </SettingsSection>
      <SettingsSection title={t('limits')} text={t('limitsText')}>
        <ThresholdsForm key={gym.id} gymId={gym.id} held={{ thresholds }} mayChange={mayChange} />
      </SettingsSection>
    </GymSettingsPage>
  );
}
