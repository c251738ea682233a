'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { GymClass } from '@/lib/classes';

/** One more date of a class, beside those of its week. */
export function NewDateDialog({ one, onClose }: { one: GymClass; onClose: () => void }) {
  const t = useTranslations('classes.form');
  const classes = useTranslations('classes');
  const { busy, problem, act } = useAction();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { class_id: one.id, date: String(form.get('date')), time: String(form.get('time')) };
    const done = await act({ path: '/api/dashboard/classes/dates', body }, classes('toast.dateAdded'));
    if (done) onClose();
  };
  const isTaken = problem?.code === 'conflict';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('dateTitle', { name: one.name })}
      description={t('dateText')}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem
          problem={isTaken ? { ...problem, title: t('dateTaken'), detail: t('dateTakenDetail') } : problem}
          labels={{ date: t('date'), time: t('starts') }}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            id="date"
            name="date"
            type="date"
            label={t('date')}
            required
            data-autofocus
            error={isAtFault(problem, 'date') ? t('dateWrong') : undefined}
          />
          <Field
            id="time"
            name="time"
            type="time"
            label={t('starts')}
            defaultValue={one.slots[0]?.starts ?? '18:30'}
            required
            error={isAtFault(problem, 'time') ? t('timeWrong') : undefined}
          />
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('busy') : t('dateSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
