'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import type { GymClass, Slot } from '@/lib/classes';
import { SlotFields } from './slot-fields';

/** A class with its weekly slots, new or changed. What was typed stays when it is refused. */
export function ClassDialog({ gymId, one, onClose }: { gymId: string; one?: GymClass; onClose: () => void }) {
  const t = useTranslations('classes.form');
  const classes = useTranslations('classes');
  const { busy, problem, act } = useAction();
  // A refusal redraws the page: what counts is what somebody had before them when they began.
  const [seen] = useState(one?.version);
  const [slots, setSlots] = useState<Slot[]>(one?.slots ?? [{ weekday: 1, starts: '18:30' }]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body = {
      gym_id: gymId,
      name: text('name'),
      coach: text('coach') || null,
      room: text('room') || null,
      minutes: Number(text('minutes')),
      capacity: Number(text('capacity')),
      slots,
    };
    const said = classes(one ? 'toast.changed' : 'toast.made', { name: body.name });
    const done = one
      ? await act(
          {
            path: `/api/dashboard/classes/${one.id}`,
            method: 'PUT',
            body: { ...body, version: seen },
          },
          said,
        )
      : await act({ path: '/api/dashboard/classes', body }, said);
    if (done) onClose();
  };
  const error = (field: string, text: string) => (isAtFault(problem, field) ? text : undefined);
  const isStale = problem?.code === 'conflict';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={one ? t('titleChange', { name: one.name }) : t('title')}
      description={one ? t('textChange') : t('text')}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
        <FormProblem
          problem={isStale ? { ...problem, title: t('stale'), detail: t('staleDetail') } : problem}
          labels={{ name: t('name'), minutes: t('minutes'), capacity: t('capacity'), slots: t('slots') }}
        />
        <Field
          id="name"
          name="name"
          label={t('name')}
          defaultValue={one?.name}
          maxLength={80}
          required
          data-autofocus
          autoComplete="off"
          error={error('name', t('nameMissing'))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            id="minutes"
            name="minutes"
            label={t('minutes')}
            type="number"
            min={5}
            max={480}
            defaultValue={one?.minutes ?? 60}
            error={error('minutes', t('minutesWrong'))}
          />
          <Field
            id="capacity"
            name="capacity"
            label={t('capacity')}
            type="number"
            min={1}
            max={1000}
            defaultValue={one?.capacity ?? 16}
            error={error('capacity', t('capacityWrong'))}
          />
          <Field id="coach" name="coach" label={t('coach')} defaultValue={one?.coach ?? ''} maxLength={80} />
          <Field id="room" name="room" label={t('room')} defaultValue={one?.room ?? ''} maxLength={80} />
        </div>
        <SlotFields slots={slots} onChange={setSlots} />
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
