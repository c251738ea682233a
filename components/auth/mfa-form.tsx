'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { NextStep } from '@/lib/auth/gate';
import { CodeForm } from './code-form';
import { FormProblem, isAtFault } from './form-problem';
import { OtherAccount } from './other-account';
import { leaveFor, leaveForStep, useSend } from './use-send';

/** The second step of a sign-in: six digits. `next` is a path of our own. */
export function MfaForm({ next, otherWay }: { next: string; otherWay: string }) {
  const t = useTranslations('auth');
  return (
    <div className="grid gap-8">
      <CodeForm
        path="/api/auth/mfa"
        label={t('code.label')}
        submit={t('code.submit')}
        size="large"
        onDone={() => leaveFor(next)}
      />
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-line pt-4">
        <Link href={otherWay} className="link py-1">
          {t('mfa.noPhone')}
        </Link>
        <OtherAccount />
      </div>
    </div>
  );
}

/** Gets in without the phone, by one of the recovery codes. */
export function RecoveryForm({ next, otherWay }: { next: string; otherWay: string }) {
  const t = useTranslations('auth');
  const { busy, problem, send } = useSend();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem) input.current?.select();
  }, [problem]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = new FormData(event.currentTarget).get('code');
    const answer = await send<{ next: NextStep }>('/api/auth/mfa/recovery', { body: { code } });
    if (answer) leaveForStep(answer.data.next, next);
  };
  const isWrong = problem?.code === 'recovery_code_wrong' || isAtFault(problem, 'code');
  return (
    <div className="grid gap-8">
      <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
        <FormProblem problem={problem} focus={false} />
        <Field
          ref={input}
          id="code"
          name="code"
          label={t('mfa.recoveryLabel')}
          help={t('mfa.recoveryHelp')}
          error={isWrong ? t('invalid.recovery') : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has this one field
          autoFocus
        />
        <p className="text-ink-2">{t('mfa.recoveryNote')}</p>
        <Button type="submit" tone="accent" size="large" aria-disabled={busy}>
          {busy ? t('code.busy') : t('mfa.recoverySubmit')}
        </Button>
      </form>
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-line pt-4">
        <Link href={otherWay} className="link py-1">
          {t('mfa.back')}
        </Link>
        <OtherAccount />
      </div>
    </div>
  );
}
