'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { mostDays, textLengths } from '@/lib/gym-settings/limits';
import { readTime } from '@/lib/gym-settings/read-time';
import type { Problem } from '@/lib/http/api';
import { addDays, daysBetween } from '@/lib/utils/format';
import { ChoiceCards } from './choice-cards';
import type { DayChange, DayRow } from './special-day-types';
import { TimeInput } from './time-input';
import type { Faults } from './use-gym-form';

const states = ['closed', 'hours', 'usual'] as const;
type State = (typeof states)[number];

/** A day, or several in a row, with what holds then. `row` is the day that is changed, null for a new one. */
export function DayDialog({
  row,
  taken,
  today,
  problem,
  busy,
  onSave,
  onClose,
}: {
  row: DayRow | null;
  /** Days that are decided already. */
  taken: ReadonlySet<string>;
  today: string;
  problem: Problem | null;
  busy: boolean;
  onSave: (days: DayChange[]) => void;
  onClose: () => void;
}) {
  const t = useTranslations('gymSettings.days');
  const invalid = useTranslations('gymSettings.invalid');
  const first: State = row === null ? 'closed' : row.state === 'proposed' ? 'hours' : row.state;
  const [typed, setTyped] = useState({
    date: row?.date ?? '',
    until: '',
    label: row?.label ?? '',
    state: first,
    open: row?.open ?? '',
    close: row?.close === '24:00' ? '00:00' : (row?.close ?? ''),
  });
  const [faults, setFaults] = useState<Faults>({});
  const put = (part: Partial<typeof typed>) => setTyped((last) => ({ ...last, ...part }));
  const text = (name: 'date' | 'until' | 'label') => ({
    id: name,
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => put({ [name]: target.value }),
    error: faults[name],
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { date, until, label, state } = typed;
    const open = readTime(typed.open);
    const closing = readTime(typed.close);
    const close = closing === '00:00' ? '24:00' : closing;
    const days = until ? daysBetween(date, until) + 1 : 1;
    const found: Faults = {};
    if (!date || date < today) found.date = invalid('date');
    if (until && !(days >= 1 && days <= mostDays)) found.until = invalid('until');
    if (state === 'hours') {
      if (!open) found.open = invalid('open');
      if (!close) found.close = invalid('close');
      else if (open === closing) found.close = invalid('same');
    }
    setFaults(found);
    if (Object.keys(found).length > 0) {
      document.getElementById(Object.keys(found)[0] ?? '')?.focus();
      return;
    }
    onSave(
      Array.from({ length: days }, (_, ahead): DayChange => {
        const day = addDays(date, ahead);
        return {
          date: day,
          state,
          label: label.trim(),
          source: row?.source ?? 'own',
          ...(state === 'hours' && { open, close }),
          // Somebody else may have decided about it a moment ago.
          ...(!taken.has(day) && { was: 'none' as const }),
        };
      }),
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={row ? t('editTitle', { day: row.day }) : t('addTitle')}
    >
      <form onSubmit={submit} className="grid gap-4" noValidate aria-busy={busy}>
        <FormProblem problem={problem} />
        {!row && (
          <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
            <Field type="date" label={t('from')} min={today} data-autofocus {...text('date')} />
            <Field type="date" label={t('until')} min={today} help={t('untilHelp')} {...text('until')} />
          </div>
        )}
        <Field label={t('label')} help={t('labelHelp')} maxLength={textLengths.label} {...text('label')} />
        <ChoiceCards
          id="state"
          label={t('what')}
          value={typed.state}
          options={states.map((value) => ({ value, label: t(`choice.${value}`) }))}
          onChange={(state) => put({ state })}
        />
        {typed.state === 'hours' && (
          <div className="grid grid-cols-2 gap-3">
            {(['open', 'close'] as const).map((end) => {
              const note = faults[end] ?? (end === 'close' ? t('closingHelp') : undefined);
              return (
                <div key={end} className="grid content-start gap-1.5">
                  <label htmlFor={end} className="text-label font-medium">
                    {t(end === 'open' ? 'open' : 'closing')}
                  </label>
                  <TimeInput
                    id={end}
                    value={typed[end]}
                    onChange={(time) => put({ [end]: time })}
                    aria-invalid={faults[end] ? true : undefined}
                    aria-describedby={note ? `${end}-note` : undefined}
                    className="h-10 px-3 max-md:h-12"
                  />
                  {note && (
                    <p
                      id={`${end}-note`}
                      className={faults[end] ? 'text-label text-act' : 'text-label text-ink-3'}
                    >
                      {note}
                    </p>
                  )}
                </div>
              );
            })}
          </div>
        )}
        <Button type="submit" tone="accent" className="justify-self-start" aria-disabled={busy}>
          {t('submit')}
        </Button>
      </form>
    </Dialog>
  );
}
