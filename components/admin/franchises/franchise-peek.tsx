import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { OpenPage } from '@/components/admin/open-page';
import { StateWord } from '@/components/admin/state-word';
import { Peek, PeekRow } from '@/components/ui/with-peek';
import type { FranchiseRow } from '@/lib/franchises';
import type { Format } from '@/lib/utils/format';

/** A franchise at a glance; its figures lead to their rows. */
export async function FranchisePeek({
  row,
  closeHref,
  format,
}: {
  row: FranchiseRow;
  closeHref: string;
  format: Format;
}) {
  const t = await getTranslations('admin');
  const c = await getTranslations('admin.franchises.column');
  const panel = await getTranslations('shell.panel');
  return (
    <Peek
      label={row.name}
      heading={`${c('created')} ${format.shortDay(format.localDay(row.created_at))}`}
      closeHref={closeHref}
      closeLabel={panel('close')}
      footer={<OpenPage href={`/dashboard/admin/franchises/${row.id}`} />}
    >
      <h2 className="text-[1.375rem] leading-8 font-semibold tracking-[-0.02em]">{row.name}</h2>
      <p className="pt-1 pb-5 text-ink-2">{row.city ?? t('none')}</p>
      <PeekRow label={c('status')}>
        <StateWord state={row.status} word={t(`franchises.status.${row.status}`)} className="font-medium" />
        {row.status === 'trial' && row.trial_ends_on && (
          <p className="pt-1 text-ink-2">
            {t('franchises.trialUntil', { date: format.calendarDay(row.trial_ends_on) })}
          </p>
        )}
      </PeekRow>
      <PeekRow label={c('plan')}>
        <Link href={`/dashboard/admin/clients?open=${row.id}`} className="link">
          {t(`plans.${row.plan}`)}
        </Link>
      </PeekRow>
      <PeekRow label={c('gyms')}>
        <Link href={`/dashboard/admin/gyms?franchise=${row.id}`} className="link">
          {format.number(row.gyms)}
        </Link>
      </PeekRow>
      <PeekRow label={c('kiosks')}>{format.number(row.kiosks)}</PeekRow>
      <PeekRow label={c('members')}>{format.number(row.members)}</PeekRow>
      <PeekRow label={c('owners')}>
        <Link href={`/dashboard/admin/users?customer=${row.id}&role=franchise_owner`} className="link">
          {format.number(row.owners)}
        </Link>
      </PeekRow>
    </Peek>
  );
}
