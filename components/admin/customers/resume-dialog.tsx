'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { OpenCustomer } from '@/lib/customers';
import { useCustomerAction } from './use-customer-action';

const ways = ['contract', 'trial'] as const;

/** Takes a customer off hold whose trial is over: with a contract, or with a longer trial. */
export function ResumeDialog({ customer, onClose }: { customer: OpenCustomer; onClose: () => void }) {
  const t = useTranslations('customers');
  const { busy, problem, act } = useCustomerAction();
  const [way, setWay] = useState<(typeof ways)[number]>('contract');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const until = way === 'trial' ? String(new FormData(event.currentTarget).get('trial_ends_on')) : null;
    const order = {
      path: `/api/admin/customers/${customer.id}/suspension` as const,
      method: 'PUT' as const,
      body: { suspended: false, trial_ends_on: until },
    };
    if (await act(order, t('toast.resumed', { name: customer.name }))) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('resumeDialog.title', { name: customer.name })}
      description={t('resumeDialog.text')}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={problem} labels={{ trial_ends_on: t('resumeDialog.endsOn') }} />
        <div className="grid gap-2">
          {ways.map((one) => (
            <label key={one} className="flex cursor-pointer items-center gap-2.5">
              <input
                type="radio"
                name="way"
                checked={one === way}
                onChange={() => setWay(one)}
                className="accent-ink"
              />
              {t(`resumeDialog.${one}`)}
            </label>
          ))}
        </div>
        {way === 'trial' && (
          <Field
            id="trial_ends_on"
            name="trial_ends_on"
            type="date"
            label={t('resumeDialog.endsOn')}
            min={customer.today}
            required
            error={isAtFault(problem, 'trial_ends_on') ? t('trialDialog.endsOnWrong') : undefined}
          />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('action.busy') : t('resumeDialog.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
