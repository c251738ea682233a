'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

const workdays = [0, 1, 2, 3, 4];

/** On which other days a day's hours are copied. Days are counted from 0. */
export function CopyDayDialog({
  from,
  names,
  onCopy,
  onClose,
}: {
  from: number;
  names: string[];
  onCopy: (to: number[]) => void;
  onClose: () => void;
}) {
  const t = useTranslations('gymSettings.hours');
  const [chosen, setChosen] = useState<number[]>([]);
  const [isMissing, setMissing] = useState(false);
  const others = names.map((_, day) => day).filter((day) => day !== from);
  const choose = (days: number[]) => {
    setMissing(false);
    setChosen(days);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('copyTitle', { day: names[from] ?? '' })}
      description={t('copyText')}
    >
      <div className="flex flex-wrap gap-2">
        <Button size="bar" onClick={() => choose(workdays.filter((day) => day !== from))}>
          {t('copyWeek')}
        </Button>
        <Button size="bar" onClick={() => choose(others)}>
          {t('copyAll')}
        </Button>
      </div>
      <ul className="grid grid-cols-2 gap-x-4">
        {others.map((day) => (
          <li key={day}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2.5 max-md:min-h-11">
              <input
                type="checkbox"
                checked={chosen.includes(day)}
                onChange={({ target }) =>
                  choose(target.checked ? [...chosen, day] : chosen.filter((one) => one !== day))
                }
                className="size-4 accent-ink"
              />
              <span className="first-letter:uppercase">{names[day]}</span>
            </label>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-label text-act empty:hidden">
        {isMissing && t('copyNone')}
      </p>
      <Button
        tone="accent"
        className="justify-self-start"
        onClick={() => (chosen.length > 0 ? onCopy(chosen) : setMissing(true))}
      >
        {t('copyDo')}
      </Button>
    </Dialog>
  );
}
