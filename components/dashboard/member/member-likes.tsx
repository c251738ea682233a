import { useTranslations } from 'next-intl';
import { fitnessLevels, goals, type MemberPage, styles } from '@/lib/member';
import { isLocale, languageNames } from '@/lib/i18n/locale';
import { type Format, addDays } from '@/lib/utils/format';
import { MoodLine } from './mood-line';
import { SideRow } from './side-row';

/** A Monday; the day of a week with a number is that many days after. */
const MONDAY = '2024-01-01';

/** What a member likes and comes for: what was noted, and what their visits and bookings tell. */
export function MemberLikes({ member, format }: { member: MemberPage; format: Format }) {
  const t = useTranslations('member.likes');
  const words = useTranslations('member');
  const { profile, habits, risk, health } = member;
  const style = styles.find((one) => one === profile.communication_style);
  const level = fitnessLevels.find((one) => one === profile.fitness_level);
  const language = profile.language && isLocale(profile.language) ? languageNames[profile.language] : null;
  const weekday = (place: number) => format.weekday(`${addDays(MONDAY, place - 1)}T12:00:00Z`);
  const rows: [string, string | null][] = [
    [
      t('goals'),
      goals
        .filter((one) => profile.primary_goals.includes(one))
        .map((one) => words(`goal.${one}`))
        .join(', '),
    ],
    [t('level'), level ? words(`fitness.${level}`) : null],
    [
      t('pace'),
      profile.workout_frequency_per_week === null
        ? null
        : t('perWeek', { count: profile.workout_frequency_per_week }),
    ],
    [t('classes'), habits.classes.join(', ')],
    [t('usual'), habits.usual.map((one) => `${weekday(one.weekday)} ${t(`part.${one.part}`)}`).join(', ')],
    [t('style'), style ? words(`style.${style}`) : null],
    [t('language'), language],
    [t('voice'), profile.voice_preference],
    [t('health'), health === 'open' ? t('healthOpen') : null],
  ];
  const known = rows.filter(([, value]) => value);
  const moods = habits.moods ?? [];
  return (
    <section aria-labelledby="likes">
      <h2 id="likes" className="pb-1.5 font-semibold">
        {t('title')}
      </h2>
      {known.length === 0 && moods.length < 2 && <p className="text-ink-2">{t('none')}</p>}
      <dl>
        {known.map(([label, value]) => (
          <SideRow key={label} label={label}>
            {value}
          </SideRow>
        ))}
        {moods.length > 1 && risk && (
          <SideRow label={t('mood', { count: moods.length })}>
            <span className="flex items-center gap-2.5">
              <MoodLine values={moods} /> {t(`trend.${risk.trend}`)}
            </span>
          </SideRow>
        )}
      </dl>
    </section>
  );
}
