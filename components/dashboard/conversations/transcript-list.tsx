import { getTranslations } from 'next-intl/server';
import type { Transcript } from '@/lib/conversations';

type Event = NonNullable<Transcript['events']>[number];

const tools = [
  'get_member_profile',
  'get_class_schedule',
  'book_class',
  'cancel_booking',
  'report_issue',
  'leave_feedback',
  'get_gym_info',
  'call_staff',
] as const;

/** What was said, line by line; what JARVIS looked up or changed stands between the lines. */
export async function TranscriptList({ events, member }: { events: Event[]; member: string | null }) {
  const t = await getTranslations('conversations');
  const shown = events.filter((event) => event.kind === 'tool' || (event.kind === 'said' && event.text));
  return (
    <ol className="grid gap-2">
      {shown.map((event) => {
        const key = `${event.source}${event.at}${event.kind}`;
        if (event.kind === 'tool') {
          const tool = tools.find((one) => one === event.payload?.tool);
          return (
            tool && (
              <li key={key} className="text-label text-ink-3">
                {t('peek.tool', { what: t(`tools.${tool}`) })}
              </li>
            )
          );
        }
        const said = event.source === 'member';
        return (
          <li key={key} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3">
            <span className="truncate text-label leading-5 text-ink-2">
              {said ? (member ?? t('peek.visitor')) : t('peek.jarvis')}
            </span>
            <span className={said ? '' : 'text-ink-2'}>{event.text}</span>
          </li>
        );
      })}
    </ol>
  );
}
