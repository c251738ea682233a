'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toasts';
import { api, type Problem } from '@/lib/http/api';
import type { ImportKind } from '@/lib/members/import';
import { ImportProblem } from './import-problem';

interface Undone {
  removed: number;
  restored: number;
  kept: number;
}

/** Asks until nothing is left of the import, and adds the answers up. */
async function undoAll(id: string): Promise<{ ok: true; data: Undone } | { ok: false; problem: Problem }> {
  const sum: Undone = { removed: 0, restored: 0, kept: 0 };
  for (;;) {
    const answer = await api<Undone & { left: number }>(`/api/dashboard/members/import/${id}/undo`, {
      method: 'POST',
    });
    if (!answer.ok) return answer;
    for (const key of ['removed', 'restored', 'kept'] as const) sum[key] += answer.data[key];
    if (answer.data.left === 0) return { ok: true, data: sum };
  }
}

/** Takes a whole import back, after a question, and says what stayed. */
export function UndoImport({
  id,
  kind,
  name,
  onUndone,
}: {
  id: string;
  kind: ImportKind;
  name: string;
  onUndone?: () => void;
}) {
  const t = useTranslations('imports.undo');
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const undo = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await undoAll(id);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setOpen(false);
    const { removed, restored, kept } = answer.data;
    toast(
      [t(`result.${kind}`, { removed, restored }), kept > 0 && t(`kept.${kind}`, { kept })]
        .filter(Boolean)
        .join(' '),
    );
    onUndone?.();
    router.refresh();
  };
  return (
    <>
      <Button tone="danger" size="bar" className="max-md:h-11" onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        description={t(`detail.${kind}`, { name })}
      >
        {problem && <ImportProblem key={problem.request_id} problem={problem} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)} data-autofocus>
            {t('keep')}
          </Button>
          <Button tone="danger" aria-disabled={busy} onClick={undo}>
            {busy ? t('busy') : t('confirm')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
