'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { NewPasswordField } from '@/components/auth/new-password-field';
import { PasswordField } from '@/components/auth/password-field';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';

/** Changes the password, with the present one as proof. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('settings.security');
  const auth = useTranslations('auth');
  const router = useRouter();
  const toast = useToast();
  const { busy, problem, send, rest } = useSend();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const answer = await send('/api/auth/password', {
      body: { current: given.get('current') || undefined, password: given.get('password') },
    });
    if (!answer) return;
    rest();
    form.reset();
    toast(t('passwordSaved'));
    router.refresh();
  };
  const isWrong = problem?.code === 'password_current_wrong' || isAtFault(problem, 'current');
  const labels = { current: auth('password.current'), password: auth('password.new') };
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
      <FormProblem problem={problem} labels={labels} />
      <input hidden type="text" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        id="current"
        name="current"
        label={labels.current}
        autoComplete="current-password"
        required
        error={isWrong ? auth('invalid.current') : undefined}
      />
      <NewPasswordField
        label="new"
        fault={problem?.errors?.find((error) => error.field === 'password')?.code}
      />
      <Button type="submit" aria-disabled={busy} className="justify-self-start">
        {busy ? t('passwordBusy') : t('passwordChange')}
      </Button>
    </form>
  );
}
