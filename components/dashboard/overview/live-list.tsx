import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { alertLine, alertVoice, personName } from '@/components/dashboard/alerts/alert-words';
import type { Overview } from '@/lib/overview';
import type { Format } from '@/lib/utils/format';
import { typeset } from '@/lib/utils/typography';

type Live = Overview['live'][number];
const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** What happens right now, newest first. */
export async function LiveList({ overview, format }: { overview: Overview; format: Format }) {
  const t = await getTranslations('overview.live');
  const voice = await alertVoice(format);
  const sentence = (row: Live) => {
    const b = (chunks: ReactNode) => <b className="font-medium text-ink">{chunks}</b>;
    const name = row.member ? personName(row.member) : t('somebody');
    if (row.kind === 'alert') {
      const what = alertLine({ type: text(row.params.type) ?? '', context: {} }, voice);
      return row.member ? t.rich('alert', { b, name, what }) : what;
    }
    if (row.kind === 'booking') {
      const parts = [
        text(row.params.class),
        text(row.params.starts_at) && format.time(String(row.params.starts_at)),
      ];
      return t.rich('booking', { b, name, what: parts.filter(Boolean).join(', ') || 'none' });
    }
    if (row.kind === 'conversation')
      return t.rich(row.params.open === true ? 'talking' : 'conversation', { b, name });
    return t.rich('visit', { b, name });
  };
  return (
    <section aria-labelledby="live">
      <div className="flex h-9 items-baseline justify-between gap-4 border-b border-line">
        <h2 id="live" className="font-semibold">
          {t('title')}
        </h2>
        <span className="text-label text-ink-2">{t('inside', { count: overview.inside_now })}</span>
      </div>
      {overview.live.length === 0 && <p className="py-3 text-ink-2">{typeset(t('empty'), format.locale)}</p>}
      <ul>
        {overview.live.map((row) => (
          <li
            key={`${row.at}${row.kind}${row.member?.first_name}`}
            className="flex min-h-9 items-center gap-3 border-b border-line text-ink-2"
          >
            <time dateTime={row.at} title={format.exact(row.at)} className="w-12 shrink-0 text-label">
              {format.time(row.at)}
            </time>
            <span className="min-w-0 truncate">{sentence(row)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
