'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Problem } from '@/lib/http/api';

/** A button that opens a small form which adds one thing; a refusal stays at the form with what was typed. */
export function AddDialog<T>({
  path,
  words,
  said,
  labels,
  fields,
  onAdded,
}: {
  path: `/api/admin/${string}`;
  words: { button: string; text: string; submit: string };
  /** What the toast says of what was typed. */
  said: (typed: Record<string, string>) => string;
  labels: Record<string, string>;
  fields: (problem: Problem | null) => ReactNode;
  onAdded?: (made: T, typed: Record<string, string>) => void;
}) {
  const t = useTranslations('admin');
  const [open, setOpen] = useState(false);
  const { busy, problem, act } = useAction();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));
    const answer = await act<T>({ path, body: typed }, said(typed));
    if (!answer) return;
    setOpen(false);
    onAdded?.(answer.data, typed);
  };
  return (
    <>
      <Button size="bar" onClick={() => setOpen(true)} className="max-md:h-11 print:hidden">
        <Plus size={16} strokeWidth={1.6} aria-hidden /> {words.button}
      </Button>
      {open && (
        <Dialog open onOpenChange={setOpen} title={words.button} description={words.text}>
          <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-5">
            <FormProblem problem={problem} labels={labels} />
            {fields(problem)}
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
              <Button type="submit" tone="accent" aria-disabled={busy}>
                {words.submit}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
