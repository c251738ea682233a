import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { personName } from '@/components/dashboard/alerts/alert-words';
import type { Conversation } from '@/lib/conversations';
import type { Format } from '@/lib/utils/format';
import { cn } from '@/lib/utils/cn';
import { MoodWord } from './mood-word';
import { topicWords } from './topic-words';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** Conversations, newest first; a phone shows two lines a row. */
export async function ConversationsTable({
  conversations,
  openId,
  hrefOf,
  format,
}: {
  conversations: Conversation[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('conversations');
  const now = new Date();
  const today = format.localDay(now);
  const wide = openId ? 'hidden' : 'max-xl:hidden';
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={cn(head, 'pl-3')}>{t('column.when')}</th>
          <th className={head}>{t('column.member')}</th>
          <th className={head}>{t('column.mood')}</th>
          <th className={head}>{t('column.about')}</th>
          <th className={cn(head, wide)}>{t('column.kiosk')}</th>
          <th className={cn(head, wide, 'text-right')}>{t('column.length')}</th>
        </tr>
      </thead>
      <tbody>
        {conversations.map((row) => {
          const open = row.id === openId;
          const topics = (row.topics ?? []).map((topic) => topicWords(topic, t)).join(', ');
          const status = row.ended_at ? t(`status.${row.status}`) : t('status.open');
          return (
            <tr
              key={row.id}
              className={cn(
                'relative h-10 border-b border-line hover:bg-hover max-md:grid max-md:h-auto max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5',
                open && 'bg-selected hover:bg-selected',
              )}
            >
              <td
                className={cn(
                  'pr-4 pl-3 whitespace-nowrap text-ink-2 max-md:pr-0 max-md:pl-0',
                  open && 'shadow-[inset_2px_0_var(--ink)]',
                )}
              >
                <time dateTime={row.started_at} title={format.exact(row.started_at)}>
                  {format.localDay(row.started_at) === today
                    ? format.time(row.started_at)
                    : `${format.shortDate(row.started_at)}, ${format.time(row.started_at)}`}
                </time>
              </td>
              <th scope="row" className="pr-4 text-left font-medium whitespace-nowrap">
                <Link
                  href={hrefOf(row.id)}
                  scroll={false}
                  replace={Boolean(openId)}
                  data-row
                  aria-current={open ? 'true' : undefined}
                  className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                >
                  {row.member ? personName(row.member) : t('visitor')}
                </Link>
              </th>
              <td className="pr-4 max-md:pr-0">
                {row.mood ? <MoodWord mood={row.mood} /> : <span className="text-ink-3">–</span>}
              </td>
              <td className="w-full max-w-0 truncate pr-4 text-ink-2 max-md:pr-0 max-md:col-span-3 max-md:max-w-full max-md:line-clamp-2 max-md:whitespace-normal">
                {row.needs_review && <span className="pr-2 font-medium text-watch">{t('review')}</span>}
                {row.summary ?? (topics || <span className="text-ink-3">{status}</span>)}
              </td>
              <td className={cn('pr-4 whitespace-nowrap text-ink-2', wide, 'max-md:hidden')}>{row.kiosk}</td>
              <td className={cn('pr-3 text-right whitespace-nowrap text-ink-2', wide, 'max-md:hidden')}>
                {row.seconds === null ? '–' : format.duration(row.seconds)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
