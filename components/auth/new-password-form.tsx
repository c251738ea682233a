'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { leaveFor, useSend } from './use-send';

/** A new password without the old one, for somebody who came by a link of a moment ago. */
export function NewPasswordForm({ email }: { email: string }) {
  const t = useTranslations('auth');
  const { busy, problem, send } = useSend();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    if (await send('/api/auth/password', { body: { password } })) leaveFor('/dashboard');
  };
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
      <FormProblem problem={problem} labels={{ password: t('password.new') }} />
      <input hidden type="text" name="username" autoComplete="username" value={email} readOnly />
      <NewPasswordField
        label="new"
        fault={problem?.errors?.find((error) => error.field === 'password')?.code}
      />
      <Button type="submit" tone="accent" size="large" aria-disabled={busy}>
        {busy ? t('reset.saving') : t('reset.save')}
      </Button>
    </form>
  );
}
