import { getLocale, getTranslations } from 'next-intl/server';
import { calendarRows, clockWords } from '@/components/dashboard/gym-settings/calendar-rows';
import { GymSettingsPage } from '@/components/dashboard/gym-settings/gym-settings-page';
import { openSettings } from '@/lib/gym-settings/open-settings';
import { OpenNow } from '@/components/dashboard/gym-settings/open-now';
import { SpecialDays } from '@/components/dashboard/gym-settings/special-days';
import { WeeklyHoursForm } from '@/components/dashboard/gym-settings/weekly-hours-form';
import { SettingsSection } from '@/components/dashboard/settings/settings-section';
import { calendarOf, publicHolidays } from '@/lib/gym-settings';
import { weekdays } from '@/lib/gym-settings/hours';
import { serverFormat } from '@/lib/i18n/server-format';

export async function generateMetadata() {
  return { title: (await getTranslations('gymSettings.hours'))('title') };
}

export default async function GymHoursPage() {
  const { gym, settings, mayChange, readOnly } = await openSettings();
  const { today, exceptions } = settings;
  const { opening_hours, country, region } = settings.gym;
  const locale = await getLocale();
  const t = await getTranslations('gymSettings');
  const format = await serverFormat(gym.timezone);
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const holidays = await publicHolidays({ country, region }, today, inAYear, locale);
  const days = calendarOf(exceptions, holidays).filter(({ date }) => date <= inAYear);
  // 2024-01-01 was a Monday.
  const names = weekdays.map((day) => format.weekday(`2024-01-0${day}T12:00:00Z`));
  const place = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
  return (
    <GymSettingsPage title={t('hours.title')} readOnly={readOnly}>
      <SettingsSection title={t('hours.week')} text={t('hours.weekText')}>
        <div className="grid gap-6">
          <OpenNow settings={settings} format={format} />
          <WeeklyHoursForm
            key={gym.id}
            gymId={gym.id}
            held={{ opening_hours }}
            names={names}
            mayChange={mayChange}
          />
        </div>
      </SettingsSection>
      <SettingsSection title={t('days.title')} text={t('days.text', { place })}>
        <SpecialDays
          gymId={gym.id}
          rows={calendarRows(
            days,
            (time) => clockWords(time, locale),
            await getTranslations('gymSettings.days'),
            locale,
          )}
          today={today}
          mayChange={mayChange}
        />
      </SettingsSection>
    </GymSettingsPage>
  );
}
