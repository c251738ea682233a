'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { DayDialog } from './day-dialog';
import { SpecialDayRow } from './special-day-row';
import type { DayChange, DayRow } from './special-day-types';

const path = '/api/dashboard/gym-settings/days';

/** The days of the next twelve months that are not like their weekday, and the public holidays to decide about. */
export function SpecialDays({
  gymId,
  rows,
  today,
  mayChange,
}: {
  gymId: string;
  rows: DayRow[];
  /** YYYY-MM-DD of the gym. */
  today: string;
  mayChange: boolean;
}) {
  const t = useTranslations('gymSettings.days');
  const { busy, problem, act } = useAction();
  const [edited, setEdited] = useState<DayRow | 'new' | null>(null);
  const proposed = rows.filter(({ state }) => state === 'proposed');

  const settle = async (days: DayChange[]) => {
    const done = await act<{ before: DayChange[] }>(
      { path, body: { gym_id: gymId, days } },
      days.every(({ state }) => state === 'none') ? t('removed') : t('saved', { count: days.length }),
      ({ before }) => ({ path, body: { gym_id: gymId, days: before } }),
    );
    return done !== null;
  };
  const decide = (row: DayRow, state: 'closed' | 'usual') =>
    settle([{ date: row.date, state, label: row.label, source: 'holiday', was: 'none' }]);

  return (
    <div className="grid gap-4" aria-busy={busy}>
      {edited === null && <FormProblem problem={problem} />}
      {mayChange && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setEdited('new')}>
            <Plus size={16} strokeWidth={1.6} aria-hidden /> {t('add')}
          </Button>
          {proposed.length > 1 && (
            <Button
              onClick={() =>
                settle(
                  proposed.map(({ date, label }) => ({
                    date,
                    state: 'closed',
                    label,
                    source: 'holiday',
                    was: 'none',
                  })),
                )
              }
            >
              {t('closeAll', { count: proposed.length })}
            </Button>
          )}
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <ul aria-label={t('list')} className="grid">
          {rows.map((row) => (
            <SpecialDayRow
              key={row.date}
              row={row}
              mayChange={mayChange}
              onClose={() => decide(row, 'closed')}
              onUsual={() => decide(row, 'usual')}
              onEdit={() => setEdited(row)}
              onRemove={() => settle([{ date: row.date, state: 'none' }])}
            />
          ))}
        </ul>
      )}
      {edited !== null && (
        <DayDialog
          row={edited === 'new' ? null : edited}
          taken={new Set(rows.filter(({ state }) => state !== 'proposed').map(({ date }) => date))}
          today={today}
          problem={problem}
          busy={busy}
          onSave={async (days) => {
            if (await settle(days)) setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
