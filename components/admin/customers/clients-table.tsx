import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import { type Customer, usageOf } from '@/lib/customers';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { stateShapes, stateTones } from './customer-words';
import { UseBar } from './usage-bars';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';
const number = 'pr-4 text-right whitespace-nowrap text-ink-2 max-md:hidden';

/** All customers in one table. With a panel open only name, state and conversations stay; a phone shows two lines a row. */
export async function ClientsTable({
  rows,
  openId,
  hrefOf,
  format,
}: {
  rows: Customer[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('customers');
  const wide = openId ? 'hidden' : 'max-xl:hidden';
  const middle = openId ? 'hidden' : 'max-lg:hidden';
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={cn(head, 'pl-3')}>{t('column.name')}</th>
          <th className={cn(head, openId && 'max-xl:hidden')}>{t('column.plan')}</th>
          <th className={head}>{t('column.state')}</th>
          <th className={cn(head, 'text-right', middle)}>{t('column.gyms')}</th>
          <th className={cn(head, 'text-right', middle)}>{t('column.kiosks')}</th>
          <th className={cn(head, 'text-right', middle)}>{t('column.members')}</th>
          <th className={cn(head, 'w-44 pl-4')}>{t('column.conversations')}</th>
          <th className={cn(head, wide)}>{t('column.contact')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const open = row.id === openId;
          const talks = usageOf(row, 'conversations');
          return (
            <tr
              key={row.id}
              className={cn(
                'relative h-10 border-b border-line hover:bg-hover max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5',
                open && 'bg-selected hover:bg-selected',
              )}
            >
              <th
                scope="row"
                className={cn(
                  'max-w-72 min-w-0 truncate pr-4 pl-3 text-left font-medium max-md:pl-0',
                  open && 'shadow-[inset_2px_0_var(--ink)]',
                )}
              >
                <Link
                  href={hrefOf(row.id)}
                  scroll={false}
                  replace={Boolean(openId)}
                  data-row
                  aria-current={open ? 'true' : undefined}
                  className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                >
                  {row.name}
                </Link>{' '}
                <span className={cn('text-label font-normal text-ink-3', openId && 'max-xl:hidden')}>
                  {row.kind === 'gym' ? t('kinds.gym') : row.city}
                </span>
              </th>
              <td
                className={cn('pr-4 whitespace-nowrap text-ink-2 max-md:hidden', openId && 'max-xl:hidden')}
              >
                {t(`plans.${row.plan}`)}
              </td>
              <td className="pr-4 whitespace-nowrap max-md:pr-0">
                <span className={cn('flex items-center gap-2', stateTones[row.state])}>
                  <StatusShape status={stateShapes[row.state]} />
                  {row.state === 'trial' && row.trial_ends_on && !openId
                    ? t('state.trialUntil', { date: format.calendarDay(row.trial_ends_on) })
                    : t(`state.${row.state}`)}
                </span>
              </td>
              <td className={cn(number, middle)}>{format.number(row.usage.gyms)}</td>
              <td className={cn(number, middle)}>{format.number(row.usage.kiosks)}</td>
              <td className={cn(number, middle)}>{format.number(row.members)}</td>
              <td className="pr-4 pl-4 text-ink-2 max-md:col-span-2 max-md:p-0">
                <span className="whitespace-nowrap">
                  {talks.most === null
                    ? format.number(talks.used)
                    : t('ofLimit', { used: format.number(talks.used), most: format.number(talks.most) })}
                  <span className="text-label md:hidden"> {t('column.talks')}</span>
                </span>
                <UseBar use={talks} className="mt-1 w-32 max-md:hidden" />
              </td>
              <td className={cn('max-w-56 truncate pr-3 text-ink-2 max-md:hidden', wide)}>
                {row.contact ? row.contact.full_name : t('nobody')}
                {row.contact?.invited && <span className="text-label text-ink-3"> {t('invited')}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
