'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { MemberRights, Receipt } from '@/lib/rights';
import { formatOf } from '@/lib/utils/format';
import { TracesList } from './traces-list';

/** Lists what an erasure reaches, asks for the first name, and shows afterwards what was reached. */
export function EraseDialog({
  memberId,
  rights,
  timezone,
  onClose,
}: {
  memberId: string;
  rights: MemberRights;
  timezone: string;
  onClose: () => void;
}) {
  const t = useTranslations('rights.erase');
  const common = useTranslations('rights');
  const router = useRouter();
  const locale = useLocale();
  const { busy, problem, send, rest } = useSend();
  const [confirm, setConfirm] = useState('');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const name = rights.first_name;
  const isWrong = isAtFault(problem, 'confirm');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send<Receipt>(`/api/dashboard/members/${memberId}/erase`, { body: { confirm } });
    if (!answer) return;
    rest();
    setReceipt(answer.data);
  };
  if (receipt) {
    const leave = () => router.replace('/dashboard/members');
    return (
      <Dialog
        open
        onOpenChange={leave}
        title={t('done', { name })}
        description={t('receipt', { at: formatOf(locale, timezone).exact(receipt.erased_at) })}
      >
        <TracesList traces={receipt.reached} />
        {(receipt.reached.badges ?? 0) > 0 && <p className="text-ink-2">{t('later')}</p>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <Button tone="accent" onClick={leave} data-autofocus>
            {t('back')}
          </Button>
        </div>
      </Dialog>
    );
  }
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
