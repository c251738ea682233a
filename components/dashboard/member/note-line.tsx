'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import type { HistoryLine, NoteOutcome } from '@/lib/member';
import { NoteDialog } from './note-dialog';

type Data = Extract<HistoryLine, { kind: 'note' }>['data'];

/** A note or a contact, with what its author may still do about it. */
export function NoteLine({
  id,
  kind,
  data,
}: {
  id: string;
  kind: 'note' | 'call' | 'message' | 'visit';
  data: Data;
}) {
  const t = useTranslations('member');
  const [editing, setEditing] = useState(false);
  const { busy, problem, act } = useAction();
  const path = `/api/dashboard/notes/${id}` as const;
  const by = data.by ?? 'none';
  const remove = () =>
    act({ path, method: 'PUT', body: { deleted: true } }, t('note.deleted'), {
      path,
      method: 'PUT',
      body: { deleted: false },
    });
  return (
    <div aria-busy={busy} className="grid gap-1">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          <span className="font-medium">
            {kind === 'note' ? t('history.note', { by }) : t('history.contact', { kind, by })}
          </span>{' '}
          {data.outcome && <span>{t(`outcome.${data.outcome as NoteOutcome}`)}. </span>}
          <span className="break-words whitespace-pre-line text-ink-2">{data.text}</span>
          {data.edited && <span className="pl-1.5 text-label text-ink-3">{t('history.edited')}</span>}
        </p>
        <span className="flex shrink-0 gap-1 print:hidden">
          {data.may_edit && (
            <Button
              tone="quiet"
              size="icon"
              className="-my-1.5"
              aria-label={t('note.edit')}
              onClick={() => setEditing(true)}
            >
              <Pencil size={14} strokeWidth={1.6} aria-hidden />
            </Button>
          )}
          {data.may_delete && (
            <Button
              tone="quiet"
              size="icon"
              className="-my-1.5"
              aria-label={t('note.delete')}
              onClick={remove}
            >
              <Trash2 size={14} strokeWidth={1.6} aria-hidden />
            </Button>
          )}
        </span>
      </div>
      <FormProblem problem={problem} />
      {editing && (
        <NoteDialog
          title={t('note.editTitle')}
          said={t('note.changed')}
          order={{ path, method: 'PUT' }}
          start={{ kind, text: data.text ?? '', outcome: (data.outcome as NoteOutcome | null) ?? undefined }}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}
