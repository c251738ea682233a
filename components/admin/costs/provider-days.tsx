import { getTranslations } from 'next-intl/server';
import { StatusShape } from '@/components/ui/status-shape';
import type { PriceList } from '@/lib/costs';
import type { Format } from '@/lib/utils/format';

const reasons = ['no_key', 'http_401', 'http_403', 'http_429'] as const;

async function CheckState({ check, format }: { check: PriceList['check']; format: Format }) {
  const t = await getTranslations('costs.provider');
  if (!check) return <p className="py-3 text-ink-2">{t('never')}</p>;
  const at = format.moment(check.at);
  if (!check.error) return <p className="py-3 text-label text-ink-3">{t('done', { at })}</p>;
  const reason = reasons.find((one) => one === check.error);
  return (
    <div className="flex items-baseline gap-2.5 py-3">
      <StatusShape status={reason === 'no_key' ? 'off' : 'watch'} className="relative top-px" />
      <p className="text-ink-2">
        {reason ? t(`error.${reason}`, { at }) : t('error.other', { at, code: check.error })}
      </p>
    </div>
  );
}

/** Each day as the provider charges it beside what our conversations have cost. */
export async function ProviderDays({
  days,
  check,
  format,
}: {
  days: PriceList['days'];
  check: PriceList['check'];
  format: Format;
}) {
  const t = await getTranslations('costs.provider');
  const cell = 'py-2 pl-4 text-right tabular-nums whitespace-nowrap';
  return (
    <>
      <CheckState check={check} format={format} />
      {days.length > 0 && (
        <table className="w-full">
          <thead className="text-small text-ink-2">
            <tr className="border-b border-line">
              <th scope="col" className="py-2 text-left font-normal">
                {t('day')}
              </th>
              {(['theirs', 'ours', 'difference'] as const).map((column) => (
                <th key={column} scope="col" className={`${cell} font-normal`}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day} className="border-b border-line">
                <th scope="row" className="py-2 text-left font-normal whitespace-nowrap">
                  {format.shortDay(day.day)}
                </th>
                <td className={cell}>{format.dollars(day.provider_usd)}</td>
                <td className={cell}>{format.dollars(day.our_usd)}</td>
                <td className={`${cell} ${day.differs ? 'font-medium text-act' : 'text-ink-2'}`}>
                  <span className="inline-flex items-center gap-2">
                    {day.differs && <StatusShape status="act" />}
                    {format.dollars(day.difference)}
                    {day.differs && <span className="sr-only">{t('differs')}</span>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
