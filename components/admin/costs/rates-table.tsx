import { getTranslations } from 'next-intl/server';
import type { PriceList } from '@/lib/costs';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { rateFigure } from './cost-words';

/** The rates of the euro, the newest day first; what was corrected stays readable. */
export async function RatesTable({ rates, format }: { rates: PriceList['rates']; format: Format }) {
  const t = await getTranslations('costs.rates');
  if (rates.length === 0) return <p className="py-3 text-watch">{t('empty')}</p>;
  return (
    <table className="w-full">
      <thead className="text-small text-ink-2">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 text-left font-normal">
            {t('day')}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-normal">
            {t('rate')}
          </th>
          <th scope="col" className="py-2 pl-8 text-left font-normal">
            {t('source')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map((rate) => (
          <tr key={rate.id} className={cn('border-b border-line', rate.replaced && 'text-ink-3')}>
            <th scope="row" className="py-2 text-left font-normal whitespace-nowrap">
              {format.shortDay(rate.day)}
            </th>
            <td className={cn('py-2 pl-4 text-right tabular-nums', rate.replaced && 'line-through')}>
              {rateFigure(rate.usd_per_eur, format)}
            </td>
            <td className="py-2 pl-8 text-ink-2">
              {rate.source === 'delivered' ? t('delivered') : (rate.by ?? t('somebody'))}
              {rate.replaced && <span className="text-label text-ink-3"> {t('replaced')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
