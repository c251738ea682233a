'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Customer } from '@/lib/customers';
import { useCustomerAction } from './use-customer-action';

/** Puts a customer on hold, after saying what that means for its people, and with a reason. */
export function SuspendDialog({
  customer,
  onClose,
}: {
  customer: Pick<Customer, 'id' | 'name'>;
  onClose: () => void;
}) {
  const t = useTranslations('customers');
  const note = useId();
  const { busy, problem, act } = useCustomerAction();
  const isShort = isAtFault(problem, 'reason');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    const path = `/api/admin/customers/${customer.id}/suspension` as const;
    const order = (body: object) => ({ path, method: 'PUT' as const, body });
    const said = t('toast.suspended', { name: customer.name });
    if (await act(order({ suspended: true, reason }), said, order({ suspended: false }))) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('suspendDialog.title', { name: customer.name })}
      description={t('suspendDialog.text')}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem problem={problem} labels={{ reason: t('suspendDialog.reason') }} />
        <div className="grid gap-1.5">
          <label htmlFor="reason" className="text-label font-medium">
            {t('suspendDialog.reason')}
          </label>
          <textarea
            id="reason"
            name="reason"
            rows={3}
            maxLength={500}
            required
            data-autofocus
            aria-invalid={isShort || undefined}
            aria-describedby={note}
            className="rounded-md border border-control bg-surface px-3 py-2 text-base aria-invalid:border-act-fill max-md:text-[1rem]"
          />
          <p id={note} className={isShort ? 'text-label text-act' : 'text-label text-ink-3'}>
            {isShort ? t('suspendDialog.reasonWrong') : t('suspendDialog.reasonHelp')}
          </p>
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" tone="danger" aria-disabled={busy}>
            {busy ? t('action.busy') : t('suspendDialog.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
