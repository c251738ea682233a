'use client';

import { CalendarClock, CirclePause, CirclePlay, Layers } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { OpenCustomer, Plan } from '@/lib/customers';
import { useCustomerAction } from './use-customer-action';

const PlanDialog = dynamic(() => import('./plan-dialog').then((module) => module.PlanDialog));
const TrialDialog = dynamic(() => import('./trial-dialog').then((module) => module.TrialDialog));
const SuspendDialog = dynamic(() => import('./suspend-dialog').then((module) => module.SuspendDialog));
const ResumeDialog = dynamic(() => import('./resume-dialog').then((module) => module.ResumeDialog));

/** The foot of a customer's panel: another plan, the trial, on hold and off it. */
export function CustomerActions({ customer, plans }: { customer: OpenCustomer; plans: Plan[] }) {
  const t = useTranslations('customers');
  const [asking, setAsking] = useState<'plan' | 'trial' | 'suspend' | 'resume' | null>(null);
  const { busy, problem, act } = useCustomerAction();
  const close = () => setAsking(null);
  const { id, name, state, trial_ends_on: until, today, hold } = customer;
  const isHeld = state === 'suspended';
  const resume = () => {
    // After the end of its trial somebody has to say how it goes on.
    if (until !== null && until < today) return setAsking('resume');
    const path = `/api/admin/customers/${id}/suspension` as const;
    const back = hold?.reason
      ? { path, method: 'PUT' as const, body: { suspended: true, reason: hold.reason } }
      : undefined;
    void act({ path, method: 'PUT', body: { suspended: false } }, t('toast.resumed', { name }), back);
  };
  return (
    <div aria-busy={busy} className="grid gap-3 border-t border-line px-4 py-3 md:px-6 print:hidden">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button data-key="p" onClick={() => setAsking('plan')}>
          <Layers size={16} strokeWidth={1.6} aria-hidden /> {t('action.plan')} <Kbd>P</Kbd>
        </Button>
        {!isHeld && (
          <Button data-key="t" onClick={() => setAsking('trial')}>
            <CalendarClock size={16} strokeWidth={1.6} aria-hidden /> {t('action.trial')} <Kbd>T</Kbd>
          </Button>
        )}
        {isHeld ? (
          <Button data-key="d" onClick={resume}>
            <CirclePlay size={16} strokeWidth={1.6} aria-hidden /> {t('action.resume')} <Kbd>D</Kbd>
          </Button>
        ) : (
          <Button tone="danger" data-key="d" onClick={() => setAsking('suspend')}>
            <CirclePause size={16} strokeWidth={1.6} aria-hidden /> {t('action.suspend')} <Kbd>D</Kbd>
          </Button>
        )}
      </div>
      {asking === 'plan' && <PlanDialog customer={customer} plans={plans} onClose={close} />}
      {asking === 'trial' && <TrialDialog customer={customer} onClose={close} />}
      {asking === 'suspend' && <SuspendDialog customer={customer} onClose={close} />}
      {asking === 'resume' && <ResumeDialog customer={customer} onClose={close} />}
    </div>
  );
}
