import Link from 'next/link';
import { personName } from '@/components/dashboard/alerts/alert-words';
import { StatusShape } from '@/components/ui/status-shape';
import type { DeskPerson, Saying } from '@/lib/desk';
import { BookingButtons } from './booking-buttons';
import { cameWords, type DeskVoice, sayingWords } from './desk-words';
import { LetInButton } from './let-in-button';
import { SayButton } from './say-button';

const shapeOf = ({ code }: Saying) =>
  code.startsWith('badge_')
    ? ('act' as const)
    : code === 'alert' || code === 'booking' || code === 'ending' || code === 'no_badge'
      ? ('watch' as const)
      : ('good' as const);

const nameLink =
  'rounded-sm text-[1rem] leading-6 font-medium outline-none hover:underline focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-ink';

/** Somebody who came in: when, how, and what to say to them, each ticked off by one key or thumb. */
export function PersonRow({
  person,
  voice,
  mayAct,
}: {
  person: DeskPerson;
  voice: DeskVoice;
  mayAct: boolean;
}) {
  const { t } = voice;
  const { format } = voice.alerts;
  const name = personName(person);
  const sayings = person.say
    .map((saying) => ({ saying, words: sayingWords(saying, voice) }))
    .filter(({ words }) => words);
  const facts = [
    cameWords(person, t),
    person.home && t('visitor', { gym: person.home }),
    person.kind !== 'member' && t(`kind.${person.kind}`),
    person.left_at && t('leftAt', { time: format.time(person.left_at) }),
  ].filter(Boolean);
  return (
    <li
      data-desk-row
      className="grid grid-cols-[3.5rem_minmax(0,1fr)] border-b border-line py-2.5 focus-within:bg-hover"
    >
      <time dateTime={person.at} title={format.exact(person.at)} className="leading-6 text-ink-2">
        {format.time(person.at)}
      </time>
      <div className="grid min-w-0 gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3">
          {person.home ? (
            <span data-row tabIndex={-1} className={nameLink}>
              {name}
            </span>
          ) : (
            <Link href={`/dashboard/members/${person.member_id}`} data-row className={nameLink}>
              {name}
            </Link>
          )}
          <span className="text-label text-ink-2">{facts.join(', ')}</span>
        </p>
        {sayings.map(({ saying, words }) => (
          <div key={saying.key} className="flex items-center justify-between gap-3 max-md:flex-wrap">
            <p className="flex min-w-0 items-start gap-2.5">
              <span className="grid h-5 shrink-0 items-center max-md:h-5.5">
                <StatusShape status={shapeOf(saying)} />
              </span>
              <span>{words}</span>
            </p>
            {mayAct && (
              <span className="flex shrink-0 gap-2">
                {saying.code.startsWith('badge_') && (
                  <LetInButton comer={{ id: person.member_id, name, obstacle: person.refusal }} />
                )}
                {saying.booking_id ? (
                  <BookingButtons bookingId={saying.booking_id} name={name} />
                ) : (
                  <SayButton
                    memberId={person.member_id}
                    code={saying.key}
                    alertId={saying.alert_id}
                    name={name}
                    what={words}
                  />
                )}
              </span>
            )}
          </div>
        ))}
        {person.said && (
          <p className="text-label text-ink-3">
            {person.said.by
              ? t('said', { name: person.said.by, time: format.time(person.said.at) })
              : t('saidNoName', { time: format.time(person.said.at) })}
          </p>
        )}
      </div>
    </li>
  );
}
