'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Held } from '@/lib/gym-settings';
import {
  copyDay,
  problemsOf,
  type Span,
  storedWeek,
  type Week,
  weekdays,
  weekOf,
} from '@/lib/gym-settings/hours';
import { CopyDayDialog } from './copy-day-dialog';
import { HoursOfDay } from './hours-of-day';
import { SettingsForm } from './settings-form';
import { type Faults, useGymForm } from './use-gym-form';

type Hours = Pick<Held, 'opening_hours'>;
const freshSpan: Span = { open: '', close: '' };

/** The hours of the week, several spans a day, copied from day to day. `names` are the days, Monday first. */
export function WeeklyHoursForm({
  gymId,
  held,
  names,
  mayChange,
}: {
  gymId: string;
  held: Hours;
  names: string[];
  mayChange: boolean;
}) {
  const t = useTranslations('gymSettings.hours');
  const invalid = useTranslations('gymSettings.invalid');
  const [copied, setCopied] = useState<number | null>(null);
  const form = useGymForm({
    gymId,
    held,
    fieldsOf: ({ opening_hours }: Hours) => ({ week: weekOf(opening_hours) }),
    heldOf: ({ week }: { week: Week }): Hours => ({ opening_hours: storedWeek(week) }),
    check: ({ week }) => {
      const found: Faults = {};
      for (const [key, problem] of problemsOf(week)) {
        const [day, place] = key.split('.').map(Number);
        found[`hours.${day}.${place}.${problem === 'close' ? 'close' : 'open'}`] = invalid(problem);
      }
      return found;
    },
    said: t('saved'),
  });
  const { typed, change, faults } = form;
  const setDay = (day: number, spans: Span[]) =>
    change({ week: typed.week.map((old, place) => (place === day ? spans : old)) });
  const labels = Object.fromEntries(
    typed.week.flatMap((spans, day) =>
      spans.flatMap((_, place) =>
        (['open', 'close'] as const).map((end) => [
          `hours.${day}.${place}.${end}`,
          t(end, { day: names[day] ?? '', place: place + 1 }),
        ]),
      ),
    ),
  );
  return (
    <SettingsForm form={form} label={t('week')} labels={labels} mayChange={mayChange}>
      <ul className="grid">
        {weekdays.map((weekday, day) => (
          <HoursOfDay
            key={weekday}
            day={day}
            name={names[day] ?? ''}
            spans={typed.week[day] ?? []}
            faults={faults}
            mayChange={mayChange}
            onChange={(spans) => setDay(day, spans)}
            onAdd={() => setDay(day, [...(typed.week[day] ?? []), freshSpan])}
            onCopy={() => setCopied(day)}
          />
        ))}
      </ul>
      {mayChange && <p className="text-label text-ink-3">{t('help')}</p>}
      {copied !== null && (
        <CopyDayDialog
          from={copied}
          names={names}
          onClose={() => setCopied(null)}
          onCopy={(to) => {
            change({ week: copyDay(typed.week, copied, to) });
            setCopied(null);
          }}
        />
      )}
    </SettingsForm>
  );
}
