'use client';

import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';

/** Whether members of one gym are let in at the others; applies at once and can be taken back. */
export function SharesAccess({
  franchise,
}: {
  franchise: { id: string; name: string; shares_access: boolean; updated_at: string };
}) {
  const t = useTranslations('admin.franchises');
  const admin = useTranslations('admin');
  const { busy, problem, act } = useAction();
  const { id, name, shares_access: isOn, updated_at } = franchise;
  const path = `/api/admin/franchises/${id}` as const;
  const order = (shares_access: boolean, version: string) => ({
    path,
    method: 'PUT' as const,
    body: { version, shares_access },
  });
  const turn = () =>
    act<{ updated_at: string }>(
      order(!isOn, updated_at),
      isOn ? t('accessOff') : t('accessOn', { name }),
      (saved) => order(isOn, saved.updated_at),
    );
  const told = problem?.code === 'conflict' ? { ...problem, title: admin('stale') } : problem;
  return (
    <div className="grid gap-3 pt-4">
      <FormProblem problem={told} />
      <label className="flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-busy={busy}
          onChange={turn}
          className="mt-1 size-4 shrink-0 accent-ink"
        />
        <span>
          {t('access')} <span className="block text-label text-ink-3">{t('accessText')}</span>
        </span>
      </label>
    </div>
  );
}
