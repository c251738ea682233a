import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { topicWords } from '@/components/dashboard/conversations/topic-words';
import type { Overview } from '@/lib/overview';
import { addDays, type Format } from '@/lib/utils/format';

/** What was talked about yesterday: direct figures, bars from zero, each a link to its conversations. */
export async function TopicsList({ overview, format }: { overview: Overview; format: Format }) {
  const t = await getTranslations('overview.topics');
  const words = await getTranslations('conversations');
  const yesterday = addDays(overview.date, -1);
  const top = Math.max(...overview.topics.map(({ count }) => count), 1);
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold">{t('title')}</h2>
        <span className="text-label text-ink-2">
          {t('count', { count: overview.conversations_yesterday })}
        </span>
      </div>
      {overview.topics.length === 0 && <p className="pt-3 text-ink-2">{t('empty')}</p>}
      <ul className="grid gap-1 pt-3">
        {overview.topics.slice(0, 6).map(({ topic, count }) => (
          <li key={topic}>
            <Link
              href={`/dashboard/sessions?topic=${topic}&from=${yesterday}&to=${yesterday}`}
              className="group grid h-6.5 grid-cols-[8.5rem_1fr_2rem] items-center gap-2 max-md:h-11"
            >
              <span className="truncate group-hover:underline">{topicWords(topic, words)}</span>
              <span aria-hidden>
                <span
                  className="block h-2 rounded-xs bg-bar print:border"
                  style={{ width: `${(count / top) * 100}%` }}
                />
              </span>
              <span className="text-right">{format.number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
