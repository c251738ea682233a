import { getTranslations } from 'next-intl/server';
import { GymSettingsPage } from '@/components/dashboard/gym-settings/gym-settings-page';
import { KioskLinesForm } from '@/components/dashboard/gym-settings/kiosk-lines-form';
import { kioskWordsOfAll } from '@/components/dashboard/gym-settings/kiosk-words';
import { openSettings } from '@/lib/gym-settings/open-settings';

export async function generateMetadata() {
  return { title: (await getTranslations('gymSettings.kiosk'))('title') };
}

export default async function GymKioskPage() {
  const { gym, settings, mayChange, readOnly } = await openSettings();
  const t = await getTranslations('gymSettings');
  const { address_form, kiosk_messages } = settings.gym;
  return (
    <GymSettingsPage title={t('kiosk.title')} readOnly={readOnly}>
      <div className="grid gap-6 py-8">
        <div className="grid max-w-[34rem] gap-1">
          <h2 className="text-head">{t('kiosk.own')}</h2>
          <p className="text-ink-2">{t('kiosk.ownText')}</p>
        </div>
        <KioskLinesForm
          key={gym.id}
          gymId={gym.id}
          gymName={gym.name}
          held={{ kiosk_messages }}
          words={await kioskWordsOfAll(address_form, t('place.previewName'))}
          mayChange={mayChange}
        />
      </div>
    </GymSettingsPage>
  );
}
