import type { getTranslations } from 'next-intl/server';
import type { PlatformAlert, Rate } from '@/lib/costs';
import type { Format } from '@/lib/utils/format';

type Translate = Awaited<ReturnType<typeof getTranslations<'costs'>>>;

/** From this share of a budget on a gym is watched. */
export const NEAR = 0.8;

const amount = (params: PlatformAlert['params'], name: string) => Number(params[name] ?? 0);

/** What an alert of the platform says. */
export function alertWords({ kind, subject, params }: PlatformAlert, t: Translate, format: Format): string {
  switch (kind) {
    case 'model_shutdown':
      return t('alert.model_shutdown', { model: subject, day: format.shortDay(String(params.shutdown_at)) });
    case 'member_text_missing':
      return t('alert.member_text_missing', {
        day: format.shortDay(subject),
        without: amount(params, 'without'),
        calls: amount(params, 'calls'),
      });
    case 'usage_differs':
      return t('alert.usage_differs', {
        day: format.shortDay(subject),
        provider: format.dollars(amount(params, 'provider')),
        ours: format.dollars(amount(params, 'ours')),
      });
  }
}

/** A rate with its digits: "1,1425". */
export const rateFigure = (value: number, format: Format): string =>
  new Intl.NumberFormat(format.locale, { minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(value);

/** By which rate euros are counted, or that there is none. */
export function rateWords(rate: Rate, t: Translate, format: Format): string {
  if (!rate) return t('rate.none');
  return t(rate.source === 'delivered' ? 'rate.delivered' : 'rate.held', {
    rate: rateFigure(rate.usd_per_eur, format),
    day: format.shortDay(rate.day),
  });
}
