'use client';

import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';

/** Brings a deleted member back; that can be taken back in turn. */
export function RestoreButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('member.deleted');
  const { busy, problem, act } = useAction();
  const path = `/api/dashboard/members/${id}` as const;
  const restore = () =>
    act({ path: `${path}/restore`, method: 'POST' }, t('restored', { name }), { path, method: 'DELETE' });
  return (
    <div className="grid justify-items-start gap-2">
      <FormProblem problem={problem} />
      <Button onClick={restore} aria-busy={busy}>
        {t('restore')}
      </Button>
    </div>
  );
}
