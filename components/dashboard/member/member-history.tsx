import { getTranslations } from 'next-intl/server';
import { alertVoice } from '@/components/dashboard/alerts/alert-words';
import { Button } from '@/components/ui/button';
import { LinkTabs } from '@/components/ui/link-tabs';
import Link from 'next/link';
import { type HistoryFilter, type MemberPage, memberTabs } from '@/lib/member';
import type { Format } from '@/lib/utils/format';
import { href } from '@/lib/utils/search-params';
import { HistoryItem } from './history-item';
import { NoteComposer } from './note-composer';

/** What happened with a member, newest first: tabs with their counts, and a page at a time. */
export async function MemberHistory({
  member,
  filter,
  rights,
  format,
}: {
  member: MemberPage;
  filter: HistoryFilter;
  rights: { act: boolean; transcript: boolean };
  format: Format;
}) {
  const t = await getTranslations('member.history');
  const voice = await alertVoice(format);
  const path = `/dashboard/members/${member.id}`;
  const query = { tab: filter.tab === 'all' ? undefined : filter.tab };
  const { rows, next_cursor: next } = member.history;
  const tabs = memberTabs.filter((tab) => tab === 'all' || member.counts[tab] !== null);
  return (
    <section aria-labelledby="history">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line pb-2">
        <h2 id="history" className="font-semibold">
          {t('title')}
        </h2>
        <LinkTabs
          label={t('title')}
          tone="pill"
          tabs={tabs.map((tab) => ({
            href: href(path, { tab: tab === 'all' ? undefined : tab }),
            label: t(`tabs.${tab}`),
            count: tab === 'all' ? undefined : format.number(member.counts[tab] ?? 0),
            active: tab === filter.tab,
          }))}
        />
      </div>
      {rights.act && <NoteComposer memberId={member.id} />}
      {rows.length === 0 ? (
        <p className="py-4 text-ink-2">{t(`empty.${filter.tab}`)}</p>
      ) : (
        <ol>
          {rows.map((line) => (
            <HistoryItem
              key={`${line.kind}-${line.id}-${line.at}`}
              line={line}
              voice={voice}
              mayRead={rights.transcript}
            />
          ))}
        </ol>
      )}
      {(next || filter.cursor) && (
        <nav aria-label={t('older')} className="flex items-center gap-2 pt-4 print:hidden">
          {next && (
            <Button asChild>
              <Link href={href(path, query, { cursor: next })} scroll={false}>
                {t('older')}
              </Link>
            </Button>
          )}
          {filter.cursor && (
            <Button asChild tone="quiet">
              <Link href={href(path, query)} scroll={false}>
                {t('newest')}
              </Link>
            </Button>
          )}
        </nav>
      )}
    </section>
  );
}
