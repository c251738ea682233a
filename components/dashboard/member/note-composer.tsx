'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { NoteDialog } from './note-dialog';
import { NoteText } from './note-text';

/** Above the history: a note as it comes to mind, or a contact with its outcome. */
export function NoteComposer({ memberId }: { memberId: string }) {
  const t = useTranslations('member.note');
  const { busy, problem, act } = useAction();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [logging, setLogging] = useState(false);
  const path = `/api/dashboard/members/${memberId}/notes` as const;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim()) return setMissing(true);
    const body = { kind: 'note', text: typed.trim() };
    const done = await act<{ id: string }>({ path, body }, t('added'), (made) => ({
      path: `/api/dashboard/notes/${made.id}`,
      method: 'PUT',
      body: { deleted: true },
    }));
    if (!done) return;
    setTyped('');
    setMissing(false);
  };
  return (
    <div className="grid gap-2 border-b border-line py-3 print:hidden">
      <FormProblem problem={problem} />
      <form onSubmit={submit} noValidate aria-busy={busy} className="flex flex-wrap items-start gap-2">
        <NoteText
          label={t('add')}
          hideLabel
          rows={typed ? 3 : 1}
          placeholder={t('placeholder')}
          value={typed}
          onChange={setTyped}
          error={isMissing && !typed.trim() ? t('missing') : undefined}
        />
        <div className="flex gap-2">
          {typed && (
            <Button type="submit" aria-disabled={busy}>
              {busy ? t('saving') : t('save')}
            </Button>
          )}
          <Button tone={typed ? 'quiet' : 'neutral'} onClick={() => setLogging(true)}>
            <Phone size={16} strokeWidth={1.6} aria-hidden /> {t('contact')}
          </Button>
        </div>
      </form>
      {logging && (
        <NoteDialog
          title={t('contactTitle')}
          text={t('contactText')}
          said={t('logged')}
          order={{ path }}
          onClose={() => setLogging(false)}
        />
      )}
    </div>
  );
}
