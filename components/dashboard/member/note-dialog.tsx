'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { type Order, useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select-field';
import { type NoteKind, type NoteOutcome, outcomes } from '@/lib/member/choices';
import { NoteText } from './note-text';

const contactKinds = ['call', 'message', 'visit'] as const;

/** Logs a contact with its outcome, or changes a note; what was typed stays when it is refused. */
export function NoteDialog({
  title,
  text,
  said,
  order,
  start,
  onClose,
}: {
  title: string;
  text?: string;
  said: string;
  order: Omit<Order, 'body'>;
  /** Without one a new contact begins. */
  start?: { kind: NoteKind; text: string; outcome: NoteOutcome | undefined };
  onClose: () => void;
}) {
  const t = useTranslations('member');
  const id = useId();
  const { busy, problem, act } = useAction();
  const [typed, setTyped] = useState(start?.text ?? '');
  const [isMissing, setMissing] = useState(false);
  const isContact = start?.kind !== 'note';

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isContact && !typed.trim()) return setMissing(true);
    const form = new FormData(event.currentTarget);
    const body = {
      text: typed.trim(),
      ...(isContact && { outcome: String(form.get('outcome')) }),
      ...(!start && { kind: String(form.get('kind')) }),
    };
    const path = order.path;
    const back = start
      ? undefined
      : (made: { id: string }) => ({
          path: `/api/dashboard/notes/${made.id}` as const,
          method: 'PUT' as const,
          body: { deleted: true },
        });
    if (await act<{ id: string }>({ ...order, path, body }, said, back)) onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title={title} {...(text && { description: text })}>
      <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-4">
        <FormProblem problem={problem} />
        {!start && (
          <SelectField
            id={`${id}-kind`}
            name="kind"
            label={t('note.kind')}
            data-autofocus
            options={contactKinds.map((kind) => ({ value: kind, label: t(`note.kinds.${kind}`) }))}
          />
        )}
        {isContact && (
          <SelectField
            id={`${id}-outcome`}
            name="outcome"
            label={t('note.outcome')}
            defaultValue={start?.outcome}
            options={outcomes.map((one) => ({ value: one, label: t(`outcome.${one}`) }))}
          />
        )}
        <NoteText
          label={isContact ? t('note.text') : t('history.tabs.notes')}
          help={isContact ? t('note.textHelp') : undefined}
          value={typed}
          onChange={setTyped}
          error={isMissing && !typed.trim() ? t('note.missing') : undefined}
          first={Boolean(start)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('note.cancel')}</Button>
          <Button type="submit" tone="accent" aria-disabled={busy}>
            {busy ? t('note.saving') : t('note.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
