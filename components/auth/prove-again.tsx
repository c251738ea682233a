'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { pathFor } from '@/lib/auth/gate';
import { api, type Problem } from '@/lib/http/api';
import { CodeForm } from './code-form';
import { FormProblem } from './form-problem';
import { leaveFor } from './use-send';

async function signInAgain() {
  const here = window.location.pathname + window.location.search;
  await api('/api/auth/sign-out', { body: {} });
  leaveFor(pathFor('ended', here));
}

/** Says that a sign-in of some time ago must prove itself anew: by the phone there is, or by signing in again. */
export function ProveAgain({
  problem,
  hasPhone,
  onDone,
}: {
  problem: Problem;
  hasPhone: boolean;
  onDone: () => void;
}) {
  const t = useTranslations('auth');
  if (hasPhone)
    return (
      <div className="grid gap-4">
        <p>{t('enrol.prove')}</p>
        <CodeForm path="/api/auth/mfa" label={t('code.label')} submit={t('code.submit')} onDone={onDone} />
      </div>
    );
  return (
    <div className="grid justify-items-start gap-4">
      <FormProblem problem={problem} />
      <Button onClick={signInAgain}>{t('enrol.signInAgain')}</Button>
    </div>
  );
}
