'use client';

import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Slot } from '@/lib/classes';
import { weekdayName } from './class-words';

const control =
  'h-10 rounded-md border border-control bg-surface px-3 text-base max-md:h-12 max-md:text-[1rem]';

/** When a class takes place every week: one line a slot. */
export function SlotFields({ slots, onChange }: { slots: Slot[]; onChange: (slots: Slot[]) => void }) {
  const t = useTranslations('classes.form');
  const locale = useLocale();
  const change = (place: number, part: Partial<Slot>) =>
    onChange(slots.map((slot, at) => (at === place ? { ...slot, ...part } : slot)));
  const last = slots.at(-1);
  const next: Slot = last ? { ...last, weekday: (last.weekday % 7) + 1 } : { weekday: 1, starts: '18:30' };
  return (
    <fieldset id="slots" tabIndex={-1} className="grid gap-2 outline-none">
      <legend className="mb-1.5 text-label font-medium">{t('slots')}</legend>
      {slots.length === 0 && <p className="text-label text-ink-2">{t('slotsNone')}</p>}
      {slots.map((slot, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a slot is nothing but its place in the list while it is typed
        <div key={place} className="flex items-center gap-2">
          <select
            aria-label={t('weekday')}
            value={slot.weekday}
            onChange={({ target }) => change(place, { weekday: Number(target.value) })}
            className={`${control} grow cursor-pointer`}
          >
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <option key={weekday} value={weekday}>
                {weekdayName(weekday, locale)}
              </option>
            ))}
          </select>
          <input
            type="time"
            aria-label={t('starts')}
            value={slot.starts}
            required
            onChange={({ target }) => change(place, { starts: target.value })}
            className={control}
          />
          <Button
            tone="quiet"
            size="icon"
            aria-label={t('slotRemove')}
            onClick={() => onChange(slots.filter((_, at) => at !== place))}
          >
            <X size={16} strokeWidth={1.6} aria-hidden />
          </Button>
        </div>
      ))}
      <Button className="w-fit" onClick={() => onChange([...slots, next])}>
        <Plus size={16} strokeWidth={1.6} aria-hidden /> {t('slotAdd')}
      </Button>
    </fieldset>
  );
}
