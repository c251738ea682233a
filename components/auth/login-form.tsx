'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { NextStep } from '@/lib/auth/gate';
import { Captcha } from './captcha';
import { FormProblem, isAtFault } from './form-problem';
import { PasswordField } from './password-field';
import { leaveForStep, useSend } from './use-send';

/** E-mail and password. Keeps what was typed when the answer is no; `next` is a path of our own. */
export function LoginForm({ next, siteKey }: { next: string; siteKey: string | null }) {
  const t = useTranslations('login');
  const invalid = useTranslations('auth.invalid');
  const { busy, problem, send } = useSend();
  const locale = useLocale();
  const [captcha, setCaptcha] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answer = await send<{ next: NextStep }>('/api/auth/sign-in', {
      body: { email: form.get('email'), password: form.get('password'), captcha: captcha ?? undefined },
    });
    setCaptcha(null);
    if (answer) leaveForStep(answer.data.next, next);
  };
  const labels = { email: t('email'), password: t('password') };
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
      <FormProblem problem={problem} labels={labels} />
      <Field
        id="email"
        label={labels.email}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        error={isAtFault(problem, 'email') ? invalid('email') : undefined}
      />
      <PasswordField
        id="password"
        label={labels.password}
        name="password"
        autoComplete="current-password"
        required
        error={isAtFault(problem, 'password') ? invalid('password') : undefined}
        beside={
          <Link href="/auth/reset" className="link inline-block py-2 text-ink-2">
            {t('forgotten')}
          </Link>
        }
      />
      <Captcha key={problem?.request_id} siteKey={siteKey} locale={locale} onAnswer={setCaptcha} />
      <Button type="submit" tone="accent" size="large" aria-disabled={busy}>
        {busy ? t('busy') : t('submit')}
      </Button>
    </form>
  );
}
