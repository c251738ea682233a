'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Customer, Plan } from '@/lib/customers';
import { tooSmall } from '@/lib/customers/limits';
import { PlanChoice } from './plan-choice';
import { useCustomerAction } from './use-customer-action';

/** Another plan for a customer; one that is too small says so before it is asked for. */
export function PlanDialog({
  customer,
  plans,
  onClose,
}: {
  customer: Pick<Customer, 'id' | 'name' | 'plan' | 'usage'>;
  plans: Plan[];
  onClose: () => void;
}) {
  const t = useTranslations('customers');
  const { busy, problem, act } = useCustomerAction();
  const [plan, setPlan] = useState(customer.plan);
  const [isTold, setIsTold] = useState(false);
  const note = (one: Plan) => {
    if (one.plan === customer.plan) return t('planDialog.current');
    const missing = tooSmall(one, customer);
    return missing.length > 0
      ? t('planDialog.tooSmall', { what: missing.map((kind) => t(`planDialog.more.${kind}`)).join(', ') })
      : null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (plan === customer.plan) return setIsTold(true);
    const path = `/api/admin/customers/${customer.id}/plan` as const;
    const order = (wanted: Plan['plan']) => ({ path, method: 'PUT' as const, body: { plan: wanted } });
    const said = t('toast.plan', { name: customer.name, plan: t(`plans.${plan}`) });
    if (await act(order(plan), said, order(customer.plan))) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('planDialog.title', { name: customer.name })}
      description={t('planDialog.text')}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={problem} />
        <PlanChoice plans={plans} value={plan} onChange={setPlan} note={note} />
        <p aria-live="polite" className="text-label text-act">
          {isTold && plan === customer.plan && t('planDialog.same')}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('action.busy') : t('planDialog.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
