import { getLocale, getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import type { GymSettings } from '@/lib/gym-settings';
import { addDays, type Format } from '@/lib/utils/format';
import { clockWords } from './calendar-rows';

/** Whether the gym is open at this moment, as its kiosk says it. */
export async function OpenNow({
  settings: { now, next_opening: next, today },
  format,
}: {
  settings: GymSettings;
  format: Format;
}) {
  const t = await getTranslations('gymSettings.hours');
  const locale = await getLocale();
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const day =
    next &&
    (next.date === today || next.date === addDays(today, 1)
      ? relative.format(next.date === today ? 0 : 1, 'day')
      : format.longDate(`${next.date}T12:00:00Z`));
  const text = now.is_open
    ? now.close && now.close !== '24:00'
      ? t('nowOpen', { time: clockWords(now.close, locale) })
      : t('nowOpenAll')
    : next && day
      ? t('nowOpens', { day, time: clockWords(next.open, locale) })
      : t('nowClosed');
  return (
    <p className="flex items-center gap-2">
      <span className="text-ink-2">{t('now')}</span>
      <StatusShape status={now.is_open ? 'good' : 'off'} />
      <span className="font-medium">{text}</span>
    </p>
  );
}
