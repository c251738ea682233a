'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { type Order, useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';

/** Asks for the name of a view, a new one or another name; what was typed stays when it is refused. */
export function ViewDialog({
  view,
  mayShare,
  order,
  onSaved,
  onClose,
}: {
  /** Null for a new one. */
  view: { name: string } | null;
  mayShare: boolean;
  order: (name: string, shared: boolean) => Order;
  onSaved: (id: string | undefined) => void;
  onClose: () => void;
}) {
  const t = useTranslations('members.saved');
  const { busy, problem, act } = useAction();
  const [missing, setMissing] = useState(false);
  const isTaken = problem?.code === 'conflict';
  const isFull = isAtFault(problem, 'count');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name') ?? '').trim();
    setMissing(name === '');
    if (name === '') return;
    const said = t(view ? 'saidRenamed' : 'saidSaved', { name });
    const done = await act<{ id: string } | null>(order(name, form.get('shared') === 'on'), said);
    if (!done) return;
    onSaved(done.data?.id);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(view ? 'renameTitle' : 'title')}
      {...(!view && { description: t('detail') })}
    >
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-4">
        {problem && !isTaken && (
          <FormProblem
            problem={isFull ? { ...problem, title: t('tooMany'), detail: '', errors: [] } : problem}
          />
        )}
        <Field
          id="view-name"
          name="name"
          label={t('name')}
          help={t('nameHelp')}
          defaultValue={view?.name ?? ''}
          maxLength={60}
          autoComplete="off"
          required
          data-autofocus
          error={missing ? t('nameNeeded') : isTaken ? t('nameTaken') : undefined}
        />
        {mayShare && !view && (
          <label className="flex items-start gap-2.5">
            <input type="checkbox" name="shared" className="mt-0.5 size-4 accent-ink" />
            <span>
              {t('share')}
              <span className="block text-label text-ink-3">{t('shareHelp')}</span>
            </span>
          </label>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
