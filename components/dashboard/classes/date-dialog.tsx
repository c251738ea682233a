'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { OpenDate } from '@/lib/classes';
import { wholeDate } from './date-actions';

/** One date set apart from its class: another hour, room, coach or size. */
export function DateDialog({ date: shown, onClose }: { date: OpenDate; onClose: () => void }) {
  // A refusal redraws the page: what counts is what somebody had before them when they began.
  const [date] = useState(shown);
  const t = useTranslations('classes.form');
  const classes = useTranslations('classes');
  const { busy, problem, act } = useAction();
  const path = `/api/dashboard/classes/dates/${date.id}` as const;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body = {
      ...wholeDate(date),
      date: text('date'),
      time: text('time'),
      minutes: Number(text('minutes')),
      capacity: Number(text('capacity')),
      coach: text('coach') || null,
      room: text('room') || null,
    };
    const done = await act<{ version: string }>(
      { path, method: 'PUT', body },
      classes('toast.dateChanged', { name: date.name }),
      ({ version }) => ({ path, method: 'PUT', body: { ...wholeDate(date), version } }),
    );
    if (done) onClose();
  };
  const error = (field: string, words: string) => (isAtFault(problem, field) ? words : undefined);
  const isStale = problem?.code === 'conflict';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('dateChange', { name: date.name })}
      description={t('dateChangeText')}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem
          problem={isStale ? { ...problem, title: t('dateStale'), detail: t('dateStaleDetail') } : problem}
          labels={{ date: t('date'), time: t('starts'), minutes: t('minutes'), capacity: t('capacity') }}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            id="date"
            name="date"
            type="date"
            label={t('date')}
            defaultValue={date.local_date}
            required
            data-autofocus
            error={error('date', t('dateWrong'))}
          />
          <Field
            id="time"
            name="time"
            type="time"
            label={t('starts')}
            defaultValue={date.local_time}
            required
            error={error('time', t('timeWrong'))}
          />
          <Field
            id="minutes"
            name="minutes"
            type="number"
            min={5}
            max={480}
            label={t('minutes')}
            defaultValue={date.minutes}
            error={error('minutes', t('minutesWrong'))}
          />
          <Field
            id="capacity"
            name="capacity"
            type="number"
            min={1}
            max={1000}
            label={t('capacity')}
            defaultValue={date.capacity}
            help={t('capacityTaken', { count: date.booked })}
            error={error('capacity', t('capacityTaken', { count: date.booked }))}
          />
          <Field id="coach" name="coach" label={t('coach')} defaultValue={date.coach ?? ''} maxLength={80} />
          <Field id="room" name="room" label={t('room')} defaultValue={date.room ?? ''} maxLength={80} />
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('busy') : t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
