'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { OpenCustomer } from '@/lib/customers';
import { formatOf } from '@/lib/utils/format';
import { useCustomerAction } from './use-customer-action';

/** The last day of a trial, or its end by a contract. */
export function TrialDialog({ customer, onClose }: { customer: OpenCustomer; onClose: () => void }) {
  const t = useTranslations('customers');
  const locale = useLocale();
  const { busy, problem, act } = useCustomerAction();
  const { id, name, trial_ends_on: until, today } = customer;
  const isTrial = customer.state === 'trial';
  const order = (ends_on: string | null) => ({
    path: `/api/admin/customers/${id}/trial` as const,
    method: 'PUT' as const,
    body: { ends_on },
  });
  const change = async (endsOn: string | null) => {
    const said = endsOn
      ? t('toast.trial', { name, date: formatOf(locale, 'UTC').calendarDay(endsOn) })
      : t('toast.contract', { name });
    // A trial whose last day has passed cannot be given back.
    const back = until === null || until >= today ? order(until) : undefined;
    if (await act(order(endsOn), said, back)) onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void change(String(new FormData(event.currentTarget).get('ends_on')));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('trialDialog.title', { name })}
      description={isTrial ? t('trialDialog.text') : `${t('trialDialog.none')} ${t('trialDialog.text')}`}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={problem} labels={{ ends_on: t('trialDialog.endsOn') }} />
        <Field
          id="ends_on"
          name="ends_on"
          type="date"
          label={t('trialDialog.endsOn')}
          defaultValue={until ?? ''}
          min={today}
          required
          data-autofocus
          error={isAtFault(problem, 'ends_on') ? t('trialDialog.endsOnWrong') : undefined}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          {isTrial && (
            <Button onClick={() => void change(null)} aria-disabled={busy}>
              {t('trialDialog.contract')}
            </Button>
          )}
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('action.busy') : t('trialDialog.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
