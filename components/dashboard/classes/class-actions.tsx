'use client';

import { CalendarPlus, Pause, Pencil, Play } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { GymClass } from '@/lib/classes';

const ClassDialog = dynamic(() => import('./class-dialog').then((module) => module.ClassDialog));
const NewDateDialog = dynamic(() => import('./new-date-dialog').then((module) => module.NewDateDialog));

/** The foot of a class's panel: change it, add a date, stop it and start it again. */
export function ClassActions({ one, gymId }: { one: GymClass; gymId: string }) {
  const t = useTranslations('classes');
  const [asking, setAsking] = useState<'change' | 'date' | null>(null);
  const { busy, problem, act } = useAction();
  const path = `/api/dashboard/classes/${one.id}/active` as const;
  const order = (active: boolean) => ({ path, method: 'PUT' as const, body: { active } });
  const toggle = () =>
    act(
      order(!one.is_active),
      t(one.is_active ? 'toast.stopped' : 'toast.started', { name: one.name }),
      order(one.is_active),
    );
  const close = () => setAsking(null);
  return (
    <div aria-busy={busy} className="grid gap-3 border-t border-line px-4 py-3 md:px-6 print:hidden">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button data-key="e" onClick={() => setAsking('change')}>
          <Pencil size={16} strokeWidth={1.6} aria-hidden /> {t('action.change')} <Kbd>E</Kbd>
        </Button>
        <Button onClick={() => setAsking('date')}>
          <CalendarPlus size={16} strokeWidth={1.6} aria-hidden /> {t('action.addDate')}
        </Button>
        <Button onClick={toggle}>
          {one.is_active ? (
            <Pause size={16} strokeWidth={1.6} aria-hidden />
          ) : (
            <Play size={16} strokeWidth={1.6} aria-hidden />
          )}{' '}
          {t(one.is_active ? 'action.stop' : 'action.start')}
        </Button>
      </div>
      {asking === 'change' && <ClassDialog gymId={gymId} one={one} onClose={close} />}
      {asking === 'date' && <NewDateDialog one={one} onClose={close} />}
    </div>
  );
}
