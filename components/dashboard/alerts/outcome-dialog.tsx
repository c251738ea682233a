'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { moveRow } from '@/components/dashboard/shell/page-keys';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Outcome } from './alert-actions';
import { type AlertOrder, useAlertAction } from './use-alert-action';

/** Ends, sets aside or reopens an alert with a note; Enter sends, Shift and Enter breaks the line. */
export function OutcomeDialog({
  alert,
  outcome,
  onClose,
}: {
  alert: { id: string; name: string };
  outcome: Outcome;
  onClose: () => void;
}) {
  const t = useTranslations('alerts');
  const act = useAlertAction();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const notes = String(new FormData(event.currentTarget).get('notes') ?? '');
    const undo: AlertOrder | undefined = outcome === 'reopen' ? undefined : { action: 'reopen' };
    const done = await act(
      alert.id,
      { action: outcome, notes },
      t(`toast.${outcome}`, { name: alert.name }),
      undo,
    );
    setBusy(false);
    if (!done) return;
    onClose();
    // The alert leaves this list: the next one takes its place in hand, the one before at the end.
    if (!moveRow(1)) moveRow(-1);
  };
  const send = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`dialog.${outcome}Title`)}
      description={`${alert.name}. ${t(`dialog.${outcome}Detail`)}`}
    >
      <form onSubmit={submit} aria-busy={busy} className="grid gap-4">
        <div className="grid gap-1.5">
          <label htmlFor={id} className="text-label font-medium">
            {t('dialog.notes')}
          </label>
          <textarea
            id={id}
            name="notes"
            data-autofocus
            rows={3}
            maxLength={2000}
            aria-describedby={`${id}-help`}
            onKeyDown={send}
            className="rounded-md border border-control bg-surface px-3 py-2 max-md:text-[1rem]"
          />
          <p id={`${id}-help`} className="text-label text-ink-3">
            {t('dialog.notesHelp')}
          </p>
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" tone="accent">
            {t(`action.${outcome}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
