import { getTranslations } from 'next-intl/server';
import type { GymCosts } from '@/lib/costs';
import type { Format } from '@/lib/utils/format';
import { BudgetBar, shareTone } from './budget-bar';
import { rateWords } from './cost-words';

/** What one gym's voice has cost this month, and how far that is from what it may cost. */
export async function GymMonth({ costs, format }: { costs: GymCosts; format: Format }) {
  const t = await getTranslations('costs');
  const { usd, eur, budget_usd: own, plan_usd: plan, shared } = costs;
  // What other gyms of the customer have used of a common budget is not this gym's to see.
  const most = own ?? (shared ? null : plan);
  const share = most === null ? null : most === 0 ? 1 : usd / most;
  return (
    <div className="grid gap-2 py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-figure tabular-nums">{format.dollars(usd)}</span>
        {eur !== null && <span className="text-ink-2 tabular-nums">{format.euros(eur)}</span>}
      </p>
      {share !== null && <BudgetBar share={share} />}
      <p className="text-ink-2">
        {t('gym.talks', { count: costs.conversations })}{' '}
        {most !== null && share !== null && (
          <span className={shareTone(share)}>
            {t(own === null ? 'gym.ofPlan' : 'gym.ofOwn', {
              share: format.percent(share),
              most: format.dollars(most),
            })}
          </span>
        )}
        {most === null &&
          (plan === null ? t('gym.unlimited') : t('gym.shared', { most: format.dollars(plan) }))}
      </p>
      <p className="text-label text-ink-3">{rateWords(costs.rate, t, format)}</p>
    </div>
  );
}
