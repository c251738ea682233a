'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { api, type Problem } from '@/lib/http/api';

/** E-mail and password. Keeps what was typed when the answer is no; `next` is a path of our own. */
export function LoginForm({ next }: { next: string }) {
  const t = useTranslations('login');
  const common = useTranslations('common');
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const answer = await api('/api/auth/sign-in', {
      body: { email: form.get('email'), password: form.get('password') },
    });
    if (answer.ok) {
      router.replace(next);
      router.refresh();
      return;
    }
    setBusy(false);
    setProblem(answer.problem);
  }

  const wrongEmail = problem?.errors?.some((error) => error.field === 'email');
  return (
    <form onSubmit={submit} className="grid gap-5" noValidate aria-busy={busy}>
      {problem && (
        <div role="alert" className="rounded-md bg-act-wash px-4 py-3 text-ink">
          <p className="font-medium">{problem.code === 'offline' ? common('offline') : problem.title}</p>
          <p className="text-ink-2">
            {problem.code === 'offline' ? common('offlineDetail') : problem.detail}
          </p>
        </div>
      )}
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        error={wrongEmail ? t('emailInvalid') : undefined}
      />
      <Field label={t('password')} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" tone="accent" size="large" disabled={busy}>
        {busy ? t('busy') : t('submit')}
      </Button>
    </form>
  );
}
