import { getTranslations } from 'next-intl/server';
import type { PriceList } from '@/lib/costs';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { StatusShape } from '@/components/ui/status-shape';

const modalities = [
  'text_in',
  'text_cached',
  'text_out',
  'audio_in',
  'audio_cached',
  'audio_out',
  'minutes',
] as const;
/** Before this many days a model's end is only a date. */
const SOON_DAYS = 60;

type Model = PriceList['models'][number];

/** What a million tokens costs, or one minute. */
function price({ prices }: Model, modality: (typeof modalities)[number], format: Format): string {
  const value = prices[modality];
  if (value === undefined) return '–';
  return format.cost(modality === 'minutes' ? value / 1_000_000 : value);
}

async function Ends({ model, format }: { model: Model; format: Format }) {
  const t = await getTranslations('costs.models');
  const { shutdown_at: day, days_left: left } = model;
  if (day === null || left === null) return <span className="text-ink-3">{t('noEnd')}</span>;
  const isSoon = left <= SOON_DAYS;
  return (
    <span className={cn('inline-flex items-center gap-2', isSoon && model.used && 'font-medium text-watch')}>
      {isSoon && <StatusShape status={model.used ? 'watch' : 'off'} />}
      {left < 0
        ? t('ended', { day: format.shortDay(day) })
        : t('ends', { day: format.shortDay(day), count: left })}
    </span>
  );
}

/** The models with what they charge and until when they are served. */
export async function ModelsTable({ models, format }: { models: Model[]; format: Format }) {
  const t = await getTranslations('costs.models');
  const cell = 'py-2 whitespace-nowrap tabular-nums xl:pl-5 xl:text-right';
  return (
    <table className="w-full max-xl:block">
      <thead className="text-small text-ink-2 max-xl:sr-only">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 text-left font-normal">
            {t('model')}
          </th>
          {modalities.map((modality) => (
            <th key={modality} scope="col" className={cn(cell, 'font-normal')}>
              {t(modality)}
            </th>
          ))}
          <th scope="col" className="py-2 pl-8 text-left font-normal">
            {t('end')}
          </th>
        </tr>
      </thead>
      <tbody className="max-xl:block">
        {models.map((model) => (
          <tr
            key={model.id}
            className="border-b border-line max-xl:grid max-xl:grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] max-xl:gap-x-4 max-xl:py-2"
          >
            <th scope="row" className="py-2 text-left font-normal max-xl:col-span-full">
              <span className="font-medium">{model.id}</span>
              <span className="block text-label text-ink-3">
                {t(model.used ? 'used' : model.preference === null ? 'unused' : 'ready', {
                  kind: t(`kind.${model.kind}`),
                })}
              </span>
            </th>
            {modalities.map((modality) => (
              <td
                key={modality}
                className={cn(cell, 'text-ink-2', model.prices[modality] === undefined && 'max-xl:hidden')}
              >
                <span className="block text-label text-ink-3 xl:hidden">{t(modality)}</span>
                {price(model, modality, format)}
              </td>
            ))}
            <td className="py-2 whitespace-nowrap text-ink-2 max-xl:col-span-full xl:pl-8">
              <span className="block text-label text-ink-3 xl:hidden">{t('end')}</span>
              <Ends model={model} format={format} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
