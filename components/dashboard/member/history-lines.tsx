import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type AlertVoice, alertLine } from '@/components/dashboard/alerts/alert-words';
import { MoodWord } from '@/components/dashboard/conversations/mood-word';
import { type HistoryLine, memberFields, purposes } from '@/lib/member';
import type { Format } from '@/lib/utils/format';

type Line<K extends HistoryLine['kind']> = Extract<HistoryLine, { kind: K }>;

/** What it is in strong letters, then the rest of the sentence. */
export function Told({ what, children }: { what: string; children?: ReactNode }) {
  return (
    <p>
      <span className="font-medium">{what}</span> <span className="text-ink-2">{children}</span>
    </p>
  );
}

export function VisitLine({ line, format }: { line: Line<'visits'>; format: Format }) {
  const t = useTranslations('member.history');
  const { count, source, kiosk } = line.data;
  const from = source === 'kiosk' && !kiosk ? '' : t('source', { source, kiosk: kiosk ?? '' });
  const when =
    count === 1
      ? t('visitAt', { time: format.time(line.at) })
      : t('visitsLast', { day: format.weekday(line.at), time: format.time(line.at) });
  return (
    <Told what={`${t('visits', { count })}${count === 1 ? '' : ','}`}>
      {[when, from].filter(Boolean).join(', ')}
    </Told>
  );
}

export function ConversationLine({
  line,
  voice,
  mayRead,
}: {
  line: Line<'conversation'>;
  voice: AlertVoice;
  mayRead: boolean;
}) {
  const t = useTranslations('member.history');
  const status = useTranslations('conversations.status');
  const { kiosk, seconds, summary, topics, mood } = line.data;
  const { format } = voice;
  const said =
    summary ??
    (line.data.status === 'done'
      ? mayRead
        ? null
        : t('summaryHidden')
      : status(line.data.status as 'none'));
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <Told what={t('conversation')}>
          {t('conversationAt', { kiosk, time: format.time(line.at), length: format.duration(seconds) })}
        </Told>
        <Link href={`/dashboard/sessions?open=${line.id}`} className="link shrink-0 text-label print:hidden">
          {t('read')}
        </Link>
      </div>
      {said && <p className={summary ? '' : 'text-label text-ink-3'}>{said}</p>}
      {(topics.length > 0 || mood) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-label">
          {topics.map((topic) => (
            <span key={topic} className="rounded-sm bg-selected px-1.5 py-0.5">
              {voice.topic(topic)}
            </span>
          ))}
          {mood && <MoodWord mood={mood} />}
        </p>
      )}
    </div>
  );
}

export function BookingLine({
  line,
  format,
}: {
  line: Line<'booking' | 'booking_cancelled'>;
  format: Format;
}) {
  const t = useTranslations('member.history');
  const { starts_at, source, status } = line.data;
  const when = { day: format.shortDate(starts_at), time: format.time(starts_at) };
  return (
    <Told what={line.data.class}>
      {line.kind === 'booking' ? t('bookingText', { status, source, ...when }) : t('bookingCancelled', when)}
    </Told>
  );
}

export function AlertLine({ line, voice }: { line: Line<'alert' | 'alert_closed'>; voice: AlertVoice }) {
  const t = useTranslations('member.history');
  const { type, context, notes, by, status } = line.data;
  if (line.kind === 'alert')
    return <Told what={voice.t(`types.${type}`)}>{`${alertLine({ type, context }, voice)}.`}</Told>;
  return (
    <Told what={t('alertClosed', { status, by: by ?? 'none' })}>
      {voice.t(`types.${type}`)}
      {notes && <span className="block whitespace-pre-line text-ink">{notes}</span>}
    </Told>
  );
}

export function ConsentLine({ line }: { line: Line<'consents'> }) {
  const t = useTranslations('member.history');
  const words = useTranslations('member.consents.purpose');
  const { answers, source, kiosk } = line.data;
  const told = purposes
    .filter((one) => one in answers)
    .map((one) => {
      const purpose = words(one).toLocaleLowerCase();
      return answers[one] ? purpose : t('no', { purpose });
    });
  return (
    <Told what={t('consents')}>{t('consentsAt', { source, kiosk: kiosk ?? '', told: told.join(', ') })}</Told>
  );
}

export function ChangeLine({ line }: { line: Line<'edited' | 'created'> }) {
  const t = useTranslations('member.history');
  const words = useTranslations('member.form.field');
  if (line.kind === 'created') return <Told what={t('created', { imported: String(line.data.imported) })} />;
  const fields = memberFields.filter((one) => line.data.fields.includes(one)).map((one) => words(one));
  return <Told what={t('changed', { by: line.data.by ?? 'none' })}>{fields.join(', ')}</Told>;
}
