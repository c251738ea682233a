'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';

/** Takes a move back while nothing has happened at the new gym, and leads to the row that is open again. */
export function UndoMove({ memberId, name }: { memberId: string; name: string }) {
  const t = useTranslations('rights.move');
  const router = useRouter();
  const show = useToast();
  const { busy, problem, send } = useSend();
  const told =
    problem?.code === 'conflict'
      ? { ...problem, title: t('conflict'), detail: t('conflictDetail') }
      : problem;

  const undo = async () => {
    const answer = await send<{ id: string }>(`/api/dashboard/members/${memberId}/move`, {
      method: 'DELETE',
    });
    if (!answer) return;
    show(t('undone', { name }));
    router.replace(`/dashboard/members/${answer.data.id}`);
  };
  return (
    <div className="grid justify-items-start gap-2">
      <FormProblem problem={told} />
      <Button onClick={undo} aria-disabled={busy}>
        {t('undo')}
      </Button>
    </div>
  );
}
