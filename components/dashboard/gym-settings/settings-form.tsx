'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import type { GymForm } from './use-gym-form';

/**
 * The frame of one form of the settings: the summary of what is wrong above, saving below, and what to do when somebody
 * else was faster. Who may not change it reads the same fields.
 * @param labels the names of the fields that can be at fault
 */
export function SettingsForm({
  form,
  label,
  labels,
  mayChange,
  children,
  actions,
}: {
  form: Pick<GymForm, 'submit' | 'busy' | 'problem' | 'conflict' | 'isDirty'>;
  label: string;
  labels: Record<string, string>;
  mayChange: boolean;
  children: ReactNode;
  actions?: ReactNode;
}) {
  const t = useTranslations('gymSettings');
  const { submit, busy, problem, conflict, isDirty } = form;
  return (
    <form onSubmit={submit} aria-label={label} aria-busy={busy} noValidate>
      <fieldset disabled={!mayChange} className="grid min-w-0 gap-5">
        <FormProblem problem={problem} labels={labels} />
        {conflict && (
          <div role="alert" className="grid gap-2 rounded-md bg-watch-wash px-4 py-3">
            <p className="font-medium">{t('conflict.title')}</p>
            <p className="text-ink-2">{t('conflict.detail')}</p>
            <div className="flex flex-wrap gap-2">
              <Button onClick={conflict.takeTheirs}>{t('conflict.theirs')}</Button>
              <Button onClick={conflict.keepMine}>{t('conflict.mine')}</Button>
            </div>
          </div>
        )}
        {children}
        {mayChange && (
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" tone={isDirty ? 'accent' : 'neutral'} aria-disabled={busy}>
              {busy ? t('saving') : t('save')}
            </Button>
            {actions}
            <p aria-live="polite" className="text-label text-ink-2">
              {isDirty && !busy && t('dirty')}
            </p>
          </div>
        )}
      </fieldset>
    </form>
  );
}
