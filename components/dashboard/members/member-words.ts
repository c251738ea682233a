import type { getTranslations } from 'next-intl/server';
import { type CodeAndParams, telling } from '@/lib/alerts';
import type { Format } from '@/lib/utils/format';
import { typeset } from '@/lib/utils/typography';

type Translate = Awaited<ReturnType<typeof getTranslations<'members'>>>;

const codes = ['no_visit', 'negative_talks', 'low_engagement', 'membership_ends'] as const;

/** A reason of the risk in words, or null for a code without any. */
export function factorWords({ code, params }: CodeAndParams, t: Translate, format: Format): string | null {
  const known = codes.find((one) => one === code);
  if (!known) return null;
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  const date = typeof params.date === 'string' ? format.calendarDay(params.date) : '';
  return typeset(
    t(`clause.${known}`, { days: number(params.days), count: number(params.count), date }),
    format.locale,
  );
}

/** Why somebody may leave as one sentence without its full stop; empty when nothing speaks for it. */
export function riskSentence(factors: CodeAndParams[] | null, t: Translate, format: Format): string {
  const words = telling(factors ?? [])
    .map((factor) => factorWords(factor, t, format))
    .filter((text) => text !== null);
  const text = words.join(', ');
  return text.charAt(0).toLocaleUpperCase(format.locale) + text.slice(1);
}
