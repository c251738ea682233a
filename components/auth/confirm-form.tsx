'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { FormProblem } from './form-problem';
import { leaveFor, useSend } from './use-send';

/** Redeems a link of a mail, at the press of a button and not before. One that is used up leads to what to do then. */
export function ConfirmForm({
  token,
  type,
  next,
}: {
  token: string;
  type: 'invite' | 'recovery' | 'magiclink';
  next: string | undefined;
}) {
  const t = useTranslations('auth.confirm');
  const { busy, problem, send } = useSend();
  const isGone = problem?.code === 'link_expired' || problem?.code === 'invalid_input';
  useEffect(() => {
    if (isGone) leaveFor(`/auth/confirm?type=${type}&gone=1`);
  }, [isGone, type]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send<{ next: string }>('/api/auth/confirm', {
      body: { token_hash: token, type, next },
    });
    if (answer) leaveFor(answer.data.next);
  };
  return (
    <form onSubmit={submit} className="grid gap-5" aria-busy={busy}>
      <FormProblem problem={isGone ? null : problem} />
      <Button type="submit" tone="accent" size="large" aria-disabled={busy || isGone}>
        {busy || isGone ? t('busy') : t(`${type}.submit`)}
      </Button>
    </form>
  );
}
