'use client';

import type { Home } from '../machine/types';
import { formatClock, formatDay } from '../parts/format';
import { useSpeech, useText } from '../parts/kiosk-text';
import { MessageScreen } from './message-screen';

const dayMs = 86_400_000;

/** A day YYYY-MM-DD of an instant in a time zone. */
const dateIn = (instant: number, timezone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(instant);

/** The gym is closed: why when the day is special, when it opens again, and what the gym adds. */
export function ClosedScreen({ gym, now }: { gym: Home['gym']; now: number }) {
  const t = useText();
  const { language } = useSpeech();
  const { today, next_opening: next, messages, timezone } = gym;
  const label = today.exception?.is_closed ? today.exception.label : null;
  const time = next && formatClock(next.open, language);
  const when =
    next && time
      ? next.date === dateIn(now, timezone)
        ? t('closed.opens', { time })
        : next.date === dateIn(now + dayMs, timezone)
          ? t('closed.tomorrow', { time })
          : t('closed.opensOn', { day: formatDay(Date.parse(next.date), 'UTC', language), time })
      : null;
  const lead = [when, messages[language]?.closed ?? t('closed.badge')].filter(Boolean).join(' ');
  return <MessageScreen title={label ? t('closed.reason', { label }) : t('closed.title')} lead={lead} />;
}
