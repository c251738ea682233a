import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { StatusShape } from '@/components/ui/status-shape';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { Entry } from '@/lib/badges';
import type { Format } from '@/lib/utils/format';
import { entryShapes } from './badge-words';
import { EntryAssign } from './entry-assign';
import { shortName } from './short-name';

/** Reads that come later than this were kept by a kiosk without network. */
export const LATE_S = 60;

/** One read: what came of it, who it was, and a member for a badge that nobody has. */
export async function EntryPeek({
  entry,
  gymId,
  mayAct,
  closeHref,
  format,
  children,
}: {
  entry: Entry;
  gymId: string;
  mayAct: boolean;
  closeHref: string;
  format: Format;
  /** The badges of the member, where one is named. */
  children: ReactNode;
}) {
  const t = await getTranslations('badges.entry');
  const outcomes = await getTranslations('badges.outcome');
  const shell = await getTranslations('shell.panel');
  const { common, auth, badges } = await getMessages();
  const { member, now_of } = entry;
  const word = outcomes(`${entry.outcome}.word`);
  return (
    <Peek
      label={t('label', { time: format.time(entry.scanned_at) })}
      heading={format.exact(entry.scanned_at)}
      closeHref={closeHref}
      closeLabel={shell('close')}
    >
      <h2 className="flex items-center gap-2.5 pb-2 text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">
        <StatusShape status={entryShapes[entry.outcome]} /> {word}
      </h2>
      <p className="pb-5 text-ink-2">{outcomes(`${entry.outcome}.detail`)}</p>
      <PeekRow label={t('who')}>
        {member ? <Person person={member} /> : <span className="text-ink-2">{t('nobody')}</span>}
        {member && entry.outcome === 'visitor' && <span className="text-ink-2">, {t('sister')}</span>}
      </PeekRow>
      <PeekRow label={t('kiosk')}>{entry.kiosk}</PeekRow>
      {entry.late_s > LATE_S && (
        <PeekRow label={t('late')}>{t('lateBy', { duration: format.duration(entry.late_s) })}</PeekRow>
      )}
      {entry.doubt && <PeekRow label={t('time')}>{t(`doubt.${entry.doubt}`)}</PeekRow>}
      {now_of && (
        <PeekRow label={t('since')}>
          <Person person={now_of} />
        </PeekRow>
      )}
      {entry.assignable && mayAct && (
        <PeekRow label={t('assign')}>
          <NextIntlClientProvider
            messages={{ common, auth: { problem: auth.problem, invalid: auth.invalid }, badges }}
          >
            <EntryAssign gymId={gymId} scanId={entry.id} kiosk={entry.kiosk} />
          </NextIntlClientProvider>
        </PeekRow>
      )}
      {children && <div className="border-t border-line pt-5">{children}</div>}
    </Peek>
  );
}

function Person({ person }: { person: { id: string | null; first_name: string; initial: string | null } }) {
  if (!person.id) return person.first_name;
  return (
    <Link href={`/dashboard/members/${person.id}`} className="link">
      {shortName(person)}
    </Link>
  );
}
