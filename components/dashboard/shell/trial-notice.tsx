import { getTranslations } from 'next-intl/server';
import type { GymContext } from '@/lib/auth/actor';
import { daysBetween, type Format } from '@/lib/utils/format';

const DAYS_AHEAD = 7;

/** Tells those in charge that their trial ends within a week; from the day after, the note about the hold takes its place. */
export async function TrialNotice({ gym, format }: { gym: GymContext; format: Format }) {
  const t = await getTranslations('customers');
  if (!gym.trial_ends_on || gym.status === 'suspended') return null;
  const days = daysBetween(format.localDay(new Date()), gym.trial_ends_on);
  if (days < 0 || days > DAYS_AHEAD) return null;
  return (
    <p role="note" className="border-b border-line bg-watch-wash px-4 py-2.5 md:px-8 print:hidden">
      <span className="font-medium">
        {t('trialNotice', { days, date: format.calendarDay(gym.trial_ends_on) })}
      </span>{' '}
      {t('trialNoticeDetail')}
    </p>
  );
}
