'use client';

import { CalendarX, Pencil, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { OpenDate } from '@/lib/classes';

const DateDialog = dynamic(() => import('./date-dialog').then((module) => module.DateDialog));

/** What a date is, as its route takes it. */
export const wholeDate = (date: OpenDate, changes: { is_cancelled?: boolean } = {}) => ({
  version: date.version,
  date: date.local_date,
  time: date.local_time,
  minutes: date.minutes,
  capacity: date.capacity,
  coach: date.coach,
  room: date.room,
  is_cancelled: date.is_cancelled,
  ...changes,
});

/** The foot of a date's panel: change it, cancel it and take that back. */
export function DateActions({ date }: { date: OpenDate }) {
  const t = useTranslations('classes');
  const [asking, setAsking] = useState(false);
  const { busy, problem, act } = useAction();
  const path = `/api/dashboard/classes/dates/${date.id}` as const;
  const toggle = () =>
    act<{ version: string }>(
      { path, method: 'PUT', body: wholeDate(date, { is_cancelled: !date.is_cancelled }) },
      t(date.is_cancelled ? 'toast.restored' : 'toast.cancelled', { name: date.name }),
      ({ version }) => ({ path, method: 'PUT', body: { ...wholeDate(date), version } }),
    );
  return (
    <div aria-busy={busy} className="grid gap-3 border-t border-line px-4 py-3 md:px-6 print:hidden">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button data-key="e" onClick={() => setAsking(true)}>
          <Pencil size={16} strokeWidth={1.6} aria-hidden /> {t('action.change')} <Kbd>E</Kbd>
        </Button>
        <Button tone={date.is_cancelled ? undefined : 'danger'} onClick={toggle}>
          {date.is_cancelled ? (
            <RotateCcw size={16} strokeWidth={1.6} aria-hidden />
          ) : (
            <CalendarX size={16} strokeWidth={1.6} aria-hidden />
          )}{' '}
          {t(date.is_cancelled ? 'action.restore' : 'action.cancel')}
        </Button>
      </div>
      {asking && <DateDialog date={date} onClose={() => setAsking(false)} />}
    </div>
  );
}
