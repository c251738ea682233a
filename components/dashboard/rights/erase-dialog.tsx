'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { MemberRights, Receipt } from '@/lib/rights';
import { keepReceipt } from './receipt-store';
import { TracesList } from './traces-list';

/** Lists what an erasure reaches, asks for the first name, and leads to the receipt. */
export function EraseDialog({
  memberId,
  rights,
  onClose,
}: {
  memberId: string;
  rights: MemberRights;
  onClose: () => void;
}) {
  const t = useTranslations('rights.erase');
  const common = useTranslations('rights');
  const router = useRouter();
  const { busy, problem, send } = useSend();
  const [confirm, setConfirm] = useState('');
  const name = rights.first_name;
  const isWrong = isAtFault(problem, 'confirm');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send<Receipt>(`/api/dashboard/members/${memberId}/erase`, { body: { confirm } });
    if (!answer) return;
    keepReceipt(answer.data);
    router.replace('/dashboard/members/erased');
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('title', { name })} description={t('lead')}>
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        {!isWrong && <FormProblem problem={problem} />}
        <TracesList traces={rights.traces} />
        <Field
          id="confirm"
          label={t('confirm')}
          help={t('help', { name })}
          error={isWrong ? t('wrong', { name }) : undefined}
          value={confirm}
          onChange={(event) => setConfirm(event.target.value)}
          autoComplete="off"
          autoCapitalize="words"
          data-autofocus
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" tone="danger" aria-disabled={busy}>
            {busy ? t('busy') : t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
