import type { getTranslations } from 'next-intl/server';
import { type AlertVoice, alertLine } from '@/components/dashboard/alerts/alert-words';
import type { Desk, DeskPerson, Saying } from '@/lib/desk';
import { daysBetween } from '@/lib/utils/format';
import { typeset } from '@/lib/utils/typography';

type Translate = Awaited<ReturnType<typeof getTranslations<'desk'>>>;

/** What turns the desk's codes into the reader's words. */
export interface DeskVoice {
  t: Translate;
  alerts: AlertVoice;
  /** The alerts that sayings name, by id. */
  byId: Map<string, Desk['alerts'][number]>;
  /** The gym's day. */
  today: string;
}

const alertTypes = ['churn_risk', 'negative_feedback', 'equipment_issue', 'needs_review'] as const;
const number = (value: unknown) => (typeof value === 'number' ? value : 0);
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What to say to somebody, in one or two short sentences. */
export function sayingWords({ code, params, alert_id }: Saying, voice: DeskVoice): string {
  const { t, today } = voice;
  const { format } = voice.alerts;
  const words = () => {
    if (code === 'alert') {
      const alert = alert_id && voice.byId.get(alert_id);
      if (!alert) return '';
      const type = alertTypes.find((one) => one === alert.type) ?? 'other';
      return t(`say.alert.${type}`, { line: alertLine(alert, voice.alerts) });
    }
    const at = text(params.starts_at);
    const day = text(params.date);
    return t(`say.${code}`, {
      days: Math.abs(day ? daysBetween(today, day) : number(params.days)),
      count: number(params.count),
      years: number(params.years),
      class: text(params.class),
      when: at ? `${format.weekday(at)} ${format.time(at)}` : day < today ? 'past' : 'ahead',
      date: day ? format.calendarDay(day) : 'none',
    });
  };
  return typeset(words(), format.locale);
}

/** How somebody came in, in a word or two. */
export function cameWords({ refusal, source, kiosk }: DeskPerson, t: Translate): string {
  if (refusal) return t('by.refused', { kiosk: kiosk ?? 'none' });
  return source === 'kiosk' || !source ? t('by.kiosk', { kiosk: kiosk ?? 'none' }) : t(`by.${source}`);
}
