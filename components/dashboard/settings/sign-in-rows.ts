import type { getTranslations } from 'next-intl/server';
import type { ListedSignIn } from '@/lib/auth/sign-ins';
import type { Format } from '@/lib/utils/format';

type Translate = Awaited<ReturnType<typeof getTranslations<'settings.security'>>>;

/** A sign-in as its row shows it, every text in the reader's language. */
export interface SignInRow {
  id: string;
  device: string;
  isPhone: boolean;
  isCurrent: boolean;
  /** "active il y a 5 minutes", and for the tooltip the day and time. */
  seen: string;
  seenAt: string;
  since: string;
}

const MINUTE_MS = 60_000;
const units = [
  { unit: 'minute', ms: MINUTE_MS, below: 60 },
  { unit: 'hour', ms: 60 * MINUTE_MS, below: 24 },
  { unit: 'day', ms: 24 * 60 * MINUTE_MS, below: 7 },
] as const;

function seen(at: string, now: number, format: Format, t: Translate): string {
  const age = now - Date.parse(at);
  if (age < MINUTE_MS) return t('active', { when: t('now') });
  const fit = units.find(({ ms, below }) => age < ms * below);
  if (!fit) return t('activeOn', { day: format.calendarDay(format.localDay(at)) });
  const words = new Intl.RelativeTimeFormat(format.locale, { numeric: 'auto' });
  return t('active', { when: words.format(-Math.floor(age / fit.ms), fit.unit) });
}

/** The person's sign-ins in words, this one first, then by their last sign of life. */
export function signInRows(
  signIns: ListedSignIn[],
  format: Format,
  t: Translate,
  now = Date.now(),
): SignInRow[] {
  const lifeSign = (one: ListedSignIn) => one.last_seen_at ?? one.created_at;
  return signIns
    .toSorted(
      (a, b) =>
        Number(b.is_current) - Number(a.is_current) || Date.parse(lifeSign(b)) - Date.parse(lifeSign(a)),
    )
    .map((one) => ({
      id: one.id,
      device:
        one.browser || one.system
          ? t('device', {
              browser: one.browser ?? t('unknownBrowser'),
              system: one.system ?? t('unknownDevice'),
            })
          : t('unknownDevice'),
      isPhone: /^(iOS|Android)$/.test(one.system ?? ''),
      isCurrent: one.is_current,
      seen: seen(lifeSign(one), now, format, t),
      seenAt: format.exact(lifeSign(one)),
      since: t('since', { day: format.calendarDay(format.localDay(one.created_at)) }),
    }));
}
