import type { getTranslations } from 'next-intl/server';
import type { Alert, AlertContext, CodeAndParams } from '@/lib/alerts';
import type { Format } from '@/lib/utils/format';
import { typeset } from '@/lib/utils/typography';

type Translate = Awaited<ReturnType<typeof getTranslations<'alerts'>>>;

const clauseCodes = [
  'no_visit',
  'negative_talks',
  'low_engagement',
  'membership_ends',
  'unknown_badges',
  'ambiguous_badge',
  'badge_refused',
  'booking_request',
  'equipment_report',
  'feedback_left',
  'member_call',
  'negative_talk',
  'visits',
  'years',
  'return',
] as const;

const adviceCodes = [
  'call_member',
  'greet_in_person',
  'fix_equipment',
  'answer_feedback',
  'renew_membership',
  'check_kiosk',
  'review_conversation',
  'go_to_entrance',
  'congratulate',
] as const;

const QUOTE_LENGTH = 140;
const shorten = (text: string) =>
  text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH).trimEnd()}…` : text;

/** Parameters as a message takes them: dates in words, what is missing as `none` so that a message can leave it out. */
function values(params: Record<string, unknown>, format: Format): Record<string, string | number> {
  const plain: Record<string, string | number> = {
    days: 0,
    count: 0,
    years: 0,
    equipment: 'none',
    outcome: 'other',
    class: '',
    when: '',
    date: '',
  };
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number' || (typeof value === 'string' && value)) plain[name] = value;
  }
  if (typeof params.date === 'string') plain.date = format.calendarDay(params.date);
  if (typeof params.starts_at === 'string') {
    plain.when = `${format.weekday(params.starts_at)} ${format.time(params.starts_at)}`;
  }
  return plain;
}

const capital = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** One reason in words, or null for a code without any. A member's own words to the team stand as a quote. */
export function reasonWords(reason: CodeAndParams, t: Translate, format: Format): string | null {
  const { text } = reason.params;
  if (typeof text === 'string' && text.trim()) {
    return typeset(t('clause.quote', { text: shorten(text.trim()) }), format.locale);
  }
  const code = clauseCodes.find((one) => one === reason.code);
  return code ? typeset(t(`clause.${code}`, values(reason.params, format)), format.locale) : null;
}

/** Why the alert exists, in one line: its reasons, else its cause, else what its type means. */
export function alertLine(
  alert: { type: string; context: AlertContext },
  t: Translate,
  format: Format,
): string {
  const { reasons, code, params } = alert.context;
  const all = [...(reasons ?? []), ...(reasons?.length || !code ? [] : [{ code, params: params ?? {} }])];
  const words = all.map((reason) => reasonWords(reason, t, format)).filter((text) => text !== null);
  if (words.length > 0) return capital(words.join(', '), format.locale);
  const types = ['churn_risk', 'negative_feedback', 'milestone', 'equipment_issue', 'kiosk_offline'] as const;
  const rest = ['reader_suspicious', 'needs_review', 'staff_call'] as const;
  return t(`line.${[...types, ...rest].find((type) => type === alert.type) ?? 'needs_review'}`);
}

/** What to do, one sentence for each code that has words. */
export function adviceWords(actions: CodeAndParams[], t: Translate, format: Format): string[] {
  return actions.flatMap((action) => {
    const code = adviceCodes.find((one) => one === action.code);
    return code ? [typeset(t(`advice.${code}`, values(action.params, format)), format.locale)] : [];
  });
}

/** Who or what the alert is about: the member, else the thing, else the kiosk, else its type. */
export function alertSubject(alert: Alert, t: Translate): string {
  if (alert.member) return personName(alert.member);
  const equipment = alert.context.params?.equipment;
  if (typeof equipment === 'string' && equipment) return equipment;
  return alert.kiosk?.name ?? t(`types.${alert.type}`);
}

/** First name and initial, as on any shared screen. */
export function personName(person: { first_name: string; last_initial: string }): string {
  const initial = person.last_initial.replace(/\.$/, '');
  return initial ? `${person.first_name} ${initial}.` : person.first_name;
}

/** The points of a reason, where it has any. */
export function pointsOf(reason: CodeAndParams): number | null {
  return typeof reason.params.points === 'number' ? reason.params.points : null;
}
