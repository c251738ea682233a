import { getTranslations } from 'next-intl/server';
import { type Customer, limitKinds, type Use, usageOf } from '@/lib/customers';
import { cn } from '@/lib/utils/cn';
import type { Format } from '@/lib/utils/format';
import { toneOf } from './customer-words';

/** How far towards a limit, as a bar of 4 px; without a limit there is nothing to fill. */
export function UseBar({ use, className }: { use: Use; className?: string }) {
  if (use.share === null) return null;
  return (
    <span aria-hidden className={cn('block h-1 overflow-hidden rounded-xs bg-selected', className)}>
      <span
        className={cn('block h-full rounded-xs', toneOf(use).bar)}
        style={{ width: `${Math.max(use.share * 100, use.used > 0 ? 2 : 0)}%` }}
      />
    </span>
  );
}

/** Each limit of a customer's plan with what is used of it. */
export async function UsageBars({ customer, format }: { customer: Customer; format: Format }) {
  const t = await getTranslations('customers');
  const amount = (use: Use, value: number) =>
    use.unit === 'usd' ? format.dollars(value) : format.number(value);
  return (
    <ul className="grid gap-3">
      {limitKinds.map((kind) => {
        const use = usageOf(customer, kind);
        return (
          <li key={kind} className="grid gap-1.5">
            <span className="flex items-baseline justify-between gap-3">
              <span>{t(`limit.${kind}`)}</span>
              <span className={cn('whitespace-nowrap', toneOf(use).word)}>
                {use.state !== 'free' && <span className="text-label">{t(`use.${use.state}`)} · </span>}
                {use.most === null ? (
                  <>
                    {amount(use, use.used)} <span className="text-label text-ink-3">{t('unlimited')}</span>
                  </>
                ) : (
                  t('use.of', { used: amount(use, use.used), most: amount(use, use.most) })
                )}
              </span>
            </span>
            <UseBar use={use} />
          </li>
        );
      })}
    </ul>
  );
}
