import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { personName } from '@/components/dashboard/alerts/alert-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { Transcript } from '@/lib/conversations';
import type { Format } from '@/lib/utils/format';
import { MoodWord } from './mood-word';
import { RetryButton } from './retry-button';
import { emotionWords, topicWords } from './topic-words';
import { TranscriptList } from './transcript-list';

const providers = ['openai', 'builtin'] as const;
const ends = [
  'goodbye',
  'stop',
  'silence',
  'limit',
  'replaced',
  'revoked',
  'page_closed',
  'tab_lost',
] as const;

/** One conversation: what it came to, then what was said. Null is a conversation that is not there for this reader. */
export async function ConversationPeek({
  talk,
  mayRead,
  mayRetry,
  closeHref,
  format,
}: {
  talk: Transcript | null;
  mayRead: boolean;
  mayRetry: boolean;
  closeHref: string;
  format: Format;
}) {
  const t = await getTranslations('conversations');
  const shell = await getTranslations('shell.panel');
  if (!talk) {
    return (
      <Peek label={t('peek.gone')} heading="" closeHref={closeHref} closeLabel={shell('close')}>
        <EmptyState title={t('peek.gone')}>{t('peek.goneDetail')}</EmptyState>
      </Peek>
    );
  }
  const name = talk.member ? personName(talk.member) : t('visitor');
  const topics = (talk.topics ?? []).map((topic) => topicWords(topic, t));
  const emotion = emotionWords(talk.emotion, t);
  const provider = providers.find((one) => one === talk.provider);
  const end = ends.find((one) => one === talk.end_reason);
  const details = [
    t(`channels.${talk.channel}`),
    t(`languages.${talk.language}`),
    talk.seconds === null ? null : format.duration(talk.seconds),
    end ? t('peek.ended', { reason: t(`ends.${end}`) }).toLocaleLowerCase(format.locale) : null,
  ];
  const done = talk.status === 'done';
  return (
    <Peek
      label={name}
      heading={
        <>
          <time dateTime={talk.started_at}>{format.moment(talk.started_at)}</time>
          {talk.kiosk && `, ${t('peek.kiosk', { name: talk.kiosk })}`}
        </>
      }
      closeHref={closeHref}
      closeLabel={shell('close')}
    >
      <h2 className="flex flex-wrap items-baseline justify-between gap-x-4 text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">
        {name}
        {talk.member && (
          <Link
            href={`/dashboard/members/${talk.member.id}`}
            className="link text-base font-normal tracking-normal"
          >
            {t('peek.member')}
          </Link>
        )}
      </h2>
      {talk.summary && <p className="pt-1 text-[1.0625rem] leading-6 tracking-[-0.01em]">{talk.summary}</p>}
      {!done && (
        <p className="pt-1 text-ink-2">{talk.ended_at ? t(`status.${talk.status}`) : t('status.open')}</p>
      )}
      {talk.status === 'failed' && mayRetry && (
        <div className="grid justify-items-start gap-2 pt-2">
          <p className="text-ink-2">{t('peek.failedDetail')}</p>
          <RetryButton id={talk.id} />
        </div>
      )}
      <div className="pt-5">
        {talk.mood && (
          <PeekRow label={t('peek.mood')}>
            <MoodWord mood={talk.mood} />
            {emotion && <span className="text-ink-2">, {emotion}</span>}
            {talk.needs_review && <span className="pl-2 font-medium text-watch">{t('review')}</span>}
          </PeekRow>
        )}
        {done && (
          <PeekRow label={t('peek.topics')}>
            {topics.length > 0 ? topics.join(', ') : <span className="text-ink-2">{t('peek.noTopics')}</span>}
          </PeekRow>
        )}
        <PeekRow label={t('peek.details')}>
          <p className="text-ink-2 first-letter:uppercase">
            {details.filter(Boolean).join(', ')}
            {provider && `, ${t(`providers.${provider}`)}`}
          </p>
        </PeekRow>
        {talk.cost_usd !== null && (
          <PeekRow label={t('peek.cost')}>
            <p className="text-ink-2 tabular-nums">
              {format.cost(talk.cost_usd)}
              {talk.cost_eur !== null && talk.rate_day !== null && (
                <>
                  {' · '}
                  {format.cost(talk.cost_eur, 'EUR')}{' '}
                  <span className="text-label text-ink-3">
                    {t('peek.rate', { day: format.shortDay(talk.rate_day) })}
                  </span>
                </>
              )}
              {talk.cost_eur === null && <span className="text-label text-ink-3"> {t('peek.noRate')}</span>}
            </p>
          </PeekRow>
        )}
        <PeekRow label={t('peek.transcript')}>
          {!mayRead && <p className="text-ink-2">{t('peek.hidden')}</p>}
          {mayRead && (talk.events ?? []).length === 0 && (
            <p className="text-ink-2">
              {t(
                !talk.ended_at
                  ? 'peek.goingOn'
                  : talk.status === 'none'
                    ? 'peek.noConsent'
                    : 'peek.emptyTranscript',
              )}
            </p>
          )}
        </PeekRow>
        {mayRead && talk.events && (
          <TranscriptList events={talk.events} member={talk.member?.first_name ?? null} />
        )}
      </div>
    </Peek>
  );
}
