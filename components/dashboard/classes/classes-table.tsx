import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import type { GymClass } from '@/lib/classes';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { slotWords } from './class-words';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** The classes of a gym: when, with whom, how full. A phone shows two lines a class. */
export async function ClassesTable({
  classes,
  openId,
  hrefOf,
  format,
}: {
  classes: GymClass[];
  openId: string | undefined;
  hrefOf: (id: string) => string;
  format: Format;
}) {
  const t = await getTranslations('classes');
  const wide = cn('max-md:hidden', openId ? 'hidden' : 'max-lg:hidden');
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={cn(head, 'pl-3')}>{t('column.name')}</th>
          <th className={head}>{t('column.slots')}</th>
          <th className={cn(head, wide)}>{t('column.coach')}</th>
          <th className={cn(head, wide)}>{t('column.room')}</th>
          <th className={cn(head, wide, 'text-right')}>{t('column.capacity')}</th>
          <th className={cn(head, 'text-right')}>{t('column.fill')}</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((one) => {
          const open = one.id === openId;
          return (
            <tr
              key={one.id}
              className={cn(
                'relative h-10 border-b border-line hover:bg-hover max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5',
                open && 'bg-selected hover:bg-selected',
              )}
            >
              <th
                scope="row"
                className={cn(
                  'pr-4 pl-3 text-left font-medium whitespace-nowrap max-md:pl-0',
                  !one.is_active && 'text-ink-2',
                )}
              >
                <Link
                  href={hrefOf(one.id)}
                  scroll={false}
                  replace={Boolean(openId)}
                  data-row
                  aria-current={open ? 'true' : undefined}
                  className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
                >
                  {one.name}
                </Link>
                {!one.is_active && (
                  <span className="ml-2 inline-flex items-center gap-1.5 text-label font-normal">
                    <StatusShape status="off" /> {t('stopped')}
                  </span>
                )}
              </th>
              <td className="pr-4 text-ink-2 max-md:col-span-2 max-md:row-start-2">
                {slotWords(one.slots, format.locale, t('everyDay')) || t('noSlot')}
              </td>
              <td className={cn('pr-4 whitespace-nowrap text-ink-2', wide)}>{one.coach}</td>
              <td className={cn('pr-4 whitespace-nowrap text-ink-2', wide)}>{one.room}</td>
              <td className={cn('pr-4 text-right text-ink-2', wide)}>{format.number(one.capacity)}</td>
              <td className="pr-3 text-right whitespace-nowrap text-ink-2">
                {one.places > 0
                  ? t('fillOf', { share: format.percent(one.taken / one.places), places: one.places })
                  : '–'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
