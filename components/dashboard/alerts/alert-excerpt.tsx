import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PeekRow } from '@/components/ui/with-peek';
import type { Alert } from '@/lib/alerts';
import type { Format } from '@/lib/utils/format';

/** The last lines of the conversation behind the alert; without the right to read it, the sentence why. */
export async function AlertExcerpt({
  alert,
  mayRead,
  isTold,
  format,
}: {
  alert: Alert;
  mayRead: boolean;
  /** The summary stands above already. */
  isTold: boolean;
  format: Format;
}) {
  const t = await getTranslations('alerts.peek');
  const words = await getTranslations('conversations.peek');
  const talk = alert.conversation;
  return (
    <PeekRow label={t('conversation')}>
      {!talk ? (
        <p className="text-ink-2">{mayRead ? t('conversationGone') : t('conversationHidden')}</p>
      ) : (
        <>
          <div className="flex items-baseline justify-between gap-4">
            <p className="text-label text-ink-2">
              {format.moment(talk.started_at)}
              {talk.kiosk && `, ${words('kiosk', { name: talk.kiosk })}`}
            </p>
            <Link href={`/dashboard/sessions?open=${talk.id}`} className="link shrink-0 text-label">
              {t('readAll')}
            </Link>
          </div>
          {!mayRead && <p className="pt-2 text-ink-2">{t('conversationHidden')}</p>}
          {mayRead && talk.summary && !isTold && <p className="pt-2">{talk.summary}</p>}
          {mayRead && (talk.excerpt ?? []).length > 0 && (
            <dl className="grid gap-1.5 pt-2.5">
              {talk.excerpt?.map((line, index) => (
                <div key={index} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-3">
                  <dt className="truncate text-label leading-5 text-ink-2">
                    {line.source === 'member' ? (alert.member?.first_name ?? words('visitor')) : t('jarvis')}
                  </dt>
                  <dd className={line.source === 'member' ? '' : 'text-ink-2'}>{line.text}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </PeekRow>
  );
}
