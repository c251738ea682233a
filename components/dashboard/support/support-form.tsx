'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { api, type Problem } from '@/lib/http/api';

export type SupportScope = { gym_id: string } | { franchise_id: string };

export interface SupportWish {
  reason: string;
  minutes: number;
  may_write: boolean;
}

const durations = [15, 30, 60];

/** Why, for how long, and whether to change anything. `onStale` is called when a code of the second factor is due first. */
export function SupportForm({
  scope,
  onDone,
  onStale,
  onCancel,
}: {
  scope: SupportScope;
  onDone: () => void;
  onStale: (wish: SupportWish) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('support.open');
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wish = {
      reason: String(form.get('reason') ?? '').trim(),
      minutes: Number(form.get('minutes')),
      may_write: form.get('may_write') === 'on',
    };
    setBusy(true);
    setProblem(null);
    const answer = await api('/api/dashboard/support', { body: { ...scope, ...wish } });
    setBusy(false);
    if (answer.ok) return onDone();
    if (answer.problem.code === 'mfa_stale') return onStale(wish);
    setProblem(answer.problem);
  };
  const isShort = isAtFault(problem, 'reason');
  return (
    <form onSubmit={submit} noValidate className="grid gap-5" aria-busy={busy}>
      <FormProblem problem={problem} labels={{ reason: t('reason') }} />
      <div className="grid gap-1.5">
        <label htmlFor="reason" className="text-label font-medium">
          {t('reason')}
        </label>
        <textarea
          id="reason"
          name="reason"
          rows={3}
          maxLength={500}
          data-autofocus
          aria-invalid={isShort || undefined}
          aria-describedby={`${id}-reason`}
          className="rounded-md border border-control bg-surface px-3 py-2 text-base aria-invalid:border-act-fill max-md:text-[1rem]"
        />
        <p id={`${id}-reason`} className={isShort ? 'text-label text-act' : 'text-label text-ink-3'}>
          {t(isShort ? 'reasonShort' : 'reasonHelp')}
        </p>
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 text-label font-medium">{t('minutes')}</legend>
        <div className="flex flex-wrap gap-2">
          {durations.map((minutes) => (
            <label
              key={minutes}
              className="flex h-10 cursor-pointer items-center gap-2 rounded-md border border-control px-3 has-checked:border-ink max-md:h-12"
            >
              <input type="radio" name="minutes" value={minutes} defaultChecked={minutes === 30} />
              {t('minutesOf', { count: minutes })}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="flex cursor-pointer items-start gap-2.5">
        <input type="checkbox" name="may_write" className="mt-1" />
        <span>
          {t('mayWrite')} <span className="block text-label text-ink-3">{t('mayWriteHelp')}</span>
        </span>
      </label>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="submit" tone="accent" aria-disabled={busy}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
