'use client';

import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';

/** Takes a move back while nothing has happened at the new gym. */
export function UndoMove({ memberId, name }: { memberId: string; name: string }) {
  const t = useTranslations('rights.move');
  const { busy, problem, act } = useAction();
  const told =
    problem?.code === 'conflict'
      ? { ...problem, title: t('conflict'), detail: t('conflictDetail') }
      : problem;
  const undo = () =>
    act({ path: `/api/dashboard/members/${memberId}/move`, method: 'DELETE' }, t('undone', { name }));
  return (
    <div className="grid justify-items-start gap-2">
      <FormProblem problem={told} />
      <Button onClick={undo} aria-disabled={busy}>
        {t('undo')}
      </Button>
    </div>
  );
}
