import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { KioskSum } from '@/components/admin/gyms/kiosk-sum';
import { StateWord } from '@/components/admin/state-word';
import type { FranchisePage } from '@/lib/franchises';
import type { Format } from '@/lib/utils/format';

const head = 'h-9 pr-4 text-left text-small font-normal whitespace-nowrap text-ink-2';

/** The gyms of a franchise, each leading to its page. */
export async function GymLines({ gyms, format }: { gyms: FranchisePage['gyms']; format: Format }) {
  const t = await getTranslations('admin');
  const c = await getTranslations('admin.gyms.column');
  if (gyms.length === 0) return <p className="py-3 text-ink-2">{t('franchises.noGyms')}</p>;
  return (
    <table className="w-full">
      <thead className="max-md:sr-only">
        <tr className="border-b border-line">
          <th className={head}>{c('name')}</th>
          <th className={head}>{c('status')}</th>
          <th className={head}>{c('kiosks')}</th>
          <th className={`${head} text-right`}>{c('members')}</th>
        </tr>
      </thead>
      <tbody>
        {gyms.map((gym) => (
          <tr
            key={gym.id}
            className="relative h-10 border-b border-line hover:bg-hover max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5"
          >
            <th scope="row" className="min-w-0 pr-4 text-left font-medium">
              <Link
                href={`/dashboard/admin/gyms/${gym.id}`}
                data-row
                className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ink"
              >
                {gym.name}
              </Link>
            </th>
            <td className="pr-4 whitespace-nowrap max-md:pr-0">
              <StateWord state={gym.status} word={t(`gyms.status.${gym.status}`)} />
            </td>
            <td className="pr-4 whitespace-nowrap text-ink-2 max-md:row-start-2">
              <KioskSum kiosks={gym.kiosks} />
            </td>
            <td className="pr-4 text-right text-ink-2 tabular-nums max-md:row-start-2 max-md:pr-0">
              {format.number(gym.members)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
