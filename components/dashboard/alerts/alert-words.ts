import { getTranslations } from 'next-intl/server';
import { topicWords } from '@/components/dashboard/conversations/topic-words';
import { type Alert, alertTypes, type CodeAndParams, telling } from '@/lib/alerts';
import type { Format } from '@/lib/utils/format';
import { typeset } from '@/lib/utils/typography';

type Translate = Awaited<ReturnType<typeof getTranslations<'alerts'>>>;

/** What turns codes into the reader's words: the alert messages, the names of topics, dates and figures. */
export interface AlertVoice {
  t: Translate;
  topic: (code: string) => string;
  format: Format;
}

/** The voice of this request. */
export async function alertVoice(format: Format): Promise<AlertVoice> {
  const conversations = await getTranslations('conversations');
  return { t: await getTranslations('alerts'), topic: (code) => topicWords(code, conversations), format };
}

const clauseCodes = [
  'no_visit',
  'negative_talks',
  'low_engagement',
  'membership_ends',
  'unknown_badges',
  'unknown_badges_late',
  'ambiguous_badge',
  'badge_refused',
  'badge_lost',
  'booking_request',
  'equipment_report',
  'feedback_left',
  'member_call',
  'negative_talk',
  'visits',
  'years',
  'return',
  'kiosk_offline',
  'issue_reported',
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

/** Alerts about one conversation: its summary says more than any code, to those who may read it. */
const aboutTalk = new Set(['negative_feedback', 'needs_review']);

const QUOTE_LENGTH = 140;
const shorten = (text: string) =>
  text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH).trimEnd()}…` : text;

/** Parameters as a message takes them: dates in words, what is missing as `none` so that a message can leave it out. */
function values(
  params: Record<string, unknown>,
  { format, topic }: AlertVoice,
): Record<string, string | number> {
  const plain: Record<string, string | number> = {
    days: 0,
    count: 0,
    years: 0,
    by: 'none',
    equipment: 'none',
    outcome: 'other',
    topics: 'none',
    class: '',
    when: '',
    date: '',
  };
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number' || (typeof value === 'string' && value)) plain[name] = value;
  }
  if (Array.isArray(params.topics) && params.topics.length > 0) {
    plain.topics = params.topics
      .map((code) => topic(String(code)).toLocaleLowerCase(format.locale))
      .join(', ');
  }
  if (typeof params.date === 'string') plain.date = format.calendarDay(params.date);
  if (typeof params.starts_at === 'string') {
    plain.when = `${format.weekday(params.starts_at)} ${format.time(params.starts_at)}`;
  }
  return plain;
}

const capital = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** One reason in words, or null for a code without any. A member's own words to the team stand as a quote. */
export function reasonWords(reason: CodeAndParams, voice: AlertVoice): string | null {
  const { t, format } = voice;
  const { text } = reason.params;
  if (typeof text === 'string' && text.trim()) {
    return typeset(t('clause.quote', { text: shorten(text.trim()) }), format.locale);
  }
  const code = clauseCodes.find((one) => one === reason.code);
  return code ? typeset(t(`clause.${code}`, values(reason.params, voice)), format.locale) : null;
}

/** Why the alert exists, in one line without full stop: what was said, else its reasons, else its cause, else what its type means. */
export function alertLine(
  alert: Pick<Alert, 'context'> & { type: string } & Partial<Pick<Alert, 'member' | 'conversation'>>,
  voice: AlertVoice,
): string {
  const told = alert.conversation?.summary;
  if (told && aboutTalk.has(alert.type)) return told.replace(/\.$/, '');
  const { reasons, code, params } = alert.context;
  const all = reasons?.length ? reasons : code ? [{ code, params: params ?? {} }] : [];
  const by = alert.member ? personName(alert.member) : 'none';
  const words = telling(all)
    .map((reason) => reasonWords({ ...reason, params: { by, ...reason.params } }, voice))
    .filter((text) => text !== null);
  if (words.length > 0) return capital(words.join(', '), voice.format.locale);
  return voice.t(`line.${alertTypes.find((type) => type === alert.type) ?? 'needs_review'}`);
}

/** What to do, one sentence for each code that has words. */
export function adviceWords(actions: CodeAndParams[], voice: AlertVoice): string[] {
  return actions.flatMap((action) => {
    const code = adviceCodes.find((one) => one === action.code);
    return code
      ? [typeset(voice.t(`advice.${code}`, values(action.params, voice)), voice.format.locale)]
      : [];
  });
}

/** Who or what the alert is about: the thing that is broken, else the member, else the kiosk, else its type. */
export function alertSubject(alert: Alert, { t, format }: AlertVoice): string {
  const equipment = alert.context.params?.equipment;
  if (typeof equipment === 'string' && equipment) return capital(equipment, format.locale);
  if (alert.member) return personName(alert.member);
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
