'use client';

import { useTranslations } from 'next-intl';
import { useAction } from '@/components/dashboard/shell/use-action';

/** As `useAction`, with a customer's refusals in words of their own. */
export function useCustomerAction() {
  const t = useTranslations('customers.problem');
  const { problem, ...rest } = useAction();
  if (problem?.code === 'conflict') {
    return { ...rest, problem: { ...problem, title: t('conflict'), detail: t('conflictDetail') } };
  }
  if (problem?.code === 'plan_limit') {
    const kind = problem.errors?.[0]?.field === 'kiosks' ? 'kiosks' : 'gyms';
    return { ...rest, problem: { ...problem, title: t(kind), detail: t('limitDetail') } };
  }
  return { ...rest, problem };
}
