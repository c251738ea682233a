'use client';

import { useLocale, useTranslations } from 'next-intl';
import { AddDialog } from '@/components/admin/add-dialog';
import { isAtFault } from '@/components/auth/form-problem';
import { Field } from '@/components/ui/field';
import { formatOf } from '@/lib/utils/format';

/** Enters the rate of the euro from a day on; the same day once more corrects it. */
export function AddRate({ today }: { today: string }) {
  const t = useTranslations('costs.rates');
  const locale = useLocale();
  return (
    <AddDialog<null>
      path="/api/admin/costs/rates"
      words={{ button: t('add'), text: t('addText'), submit: t('submit') }}
      said={({ day }) => t('added', { day: day ? formatOf(locale, 'UTC').shortDay(day) : '' })}
      labels={{ day: t('day'), usd_per_eur: t('rate') }}
      fields={(problem) => (
        <>
          <Field
            id="day"
            name="day"
            type="date"
            label={t('day')}
            defaultValue={today}
            min="2020-01-01"
            max={today}
            required
            error={isAtFault(problem, 'day') ? t('dayWrong') : undefined}
          />
          <Field
            id="usd_per_eur"
            name="usd_per_eur"
            label={t('rate')}
            help={t('rateHelp')}
            inputMode="decimal"
            autoComplete="off"
            required
            data-autofocus
            error={isAtFault(problem, 'usd_per_eur') ? t('rateWrong') : undefined}
          />
        </>
      )}
    />
  );
}
