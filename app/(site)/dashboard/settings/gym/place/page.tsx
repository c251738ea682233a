import { getLocale, getTranslations } from 'next-intl/server';
import { GymMonth } from '@/components/admin/costs/gym-month';
import { GymSettingsPage } from '@/components/dashboard/gym-settings/gym-settings-page';
import { kioskWords } from '@/components/dashboard/gym-settings/kiosk-words';
import { MannerForm, TalksForm } from '@/components/dashboard/gym-settings/manner-forms';
import { openSettings } from '@/lib/gym-settings/open-settings';
import { IdentityForm, OffersForm, RegionForm } from '@/components/dashboard/gym-settings/place-forms';
import { SettingsSection } from '@/components/dashboard/settings/settings-section';
import { can } from '@/lib/auth/permissions';
import { getGymCosts } from '@/lib/costs';
import { currencies, holidayCountries, holidayRegions, timezones } from '@/lib/gym-settings';
import { currentGym } from '@/lib/gyms';
import { serverFormat } from '@/lib/i18n/server-format';
import { serverClient } from '@/lib/supabase/server';
import { FACILITIES } from '@/lib/voice/brain/texts/types';

export async function generateMetadata() {
  return { title: (await getTranslations('gymSettings.place'))('title') };
}

export default async function GymPlacePage() {
  const { gym, settings, mayChange, readOnly } = await openSettings();
  const { actor } = await currentGym();
  const spent = can(actor, 'costs.read', { gymId: gym.id })
    ? await getGymCosts(await serverClient(), gym.id)
    : null;
  const spentWords = await getTranslations('costs.gym');
  const held = settings.gym;
  const locale = await getLocale();
  const t = await getTranslations('gymSettings');
  const zones = timezones(held.timezone);
  const money = new Intl.DisplayNames(locale, { type: 'currency' });
  const now = new Date();
  const timeIn = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  const choices = {
    countries: await holidayCountries(locale),
    regions: await holidayRegions(held.country, locale),
    timezones: zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    currencies: currencies
      .map((value) => ({ value, label: `${money.of(value)} (${value})` }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  };
  const name = t('place.previewName');
  const words = {
    tu: await kioskWords(held.locale, 'tu', name),
    vous: await kioskWords(held.locale, 'vous', name),
  };
  const common = { gymId: gym.id, mayChange };
  const { name: gymName, address, city, phone, facilities, price_note } = held;
  return (
    <GymSettingsPage title={t('place.title')} readOnly={readOnly}>
      <SettingsSection title={t('place.who')} text={t('place.whoText')}>
        <IdentityForm key={gym.id} {...common} held={{ name: gymName, address, city, phone }} />
      </SettingsSection>
      <SettingsSection title={t('place.offers')} text={t('place.offersText')}>
        <OffersForm
          key={gym.id}
          {...common}
          held={{ facilities, price_note }}
          facilities={FACILITIES.map((value) => ({ value, label: t(`facility.${value}`) })).sort((a, b) =>
            a.label.localeCompare(b.label),
          )}
        />
      </SettingsSection>
      <SettingsSection title={t('place.manner')} text={t('place.mannerText')}>
        <MannerForm key={gym.id} {...common} held={{ address_form: held.address_form }} words={words} />
      </SettingsSection>
      <SettingsSection title={t('place.talks')} text={t('place.talksText')}>
        <TalksForm
          key={gym.id}
          {...common}
          held={{
            conversation_minutes: held.conversation_minutes,
            bookings_by: held.bookings_by,
            owner_reads_conversations: held.owner_reads_conversations,
          }}
          inFranchise={settings.in_franchise}
          mayShare={settings.may_share}
        />
      </SettingsSection>
      {spent && (
        <SettingsSection title={spentWords('title')} text={spentWords('text')}>
          <GymMonth costs={spent} format={await serverFormat(gym.timezone)} />
        </SettingsSection>
      )}
      <SettingsSection title={t('place.region')} text={t('place.regionText')}>
        <RegionForm
          key={gym.id}
          {...common}
          held={{
            country: held.country,
            region: held.region,
            timezone: held.timezone,
            locale: held.locale,
            currency: held.currency,
          }}
          choices={choices}
          times={Object.fromEntries(zones.map((zone) => [zone, timeIn(zone)]))}
        />
      </SettingsSection>
    </GymSettingsPage>
  );
}
