'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Status, StatusShape } from '@/components/ui/status-shape';
import type { DayRow } from './special-day-types';

const shapes: Record<DayRow['state'], Status> = {
  closed: 'off',
  hours: 'good',
  usual: 'good',
  proposed: 'watch',
};

/** One special day: when, why, what holds, and what can be done with it. */
export function SpecialDayRow({
  row,
  mayChange,
  onClose,
  onUsual,
  onEdit,
  onRemove,
}: {
  row: DayRow;
  mayChange: boolean;
  onClose: () => void;
  onUsual: () => void;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations('gymSettings.days');
  const { day } = row;
  const isProposed = row.state === 'proposed';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-0">
      <div className="min-w-48 flex-1">
        <p className="first-letter:uppercase">{day}</p>
        <p className="flex items-center gap-1.5 text-label text-ink-2">
          <StatusShape status={shapes[row.state]} />
          <span>
            {row.stateText}
            {row.label && ` · ${row.label}`}
          </span>
        </p>
      </div>
      {mayChange && (
        <div className="flex flex-wrap gap-1 max-md:w-full">
          {isProposed ? (
            <>
              <Button
                size="bar"
                className="max-md:h-11"
                aria-label={t('closeFor', { day })}
                onClick={onClose}
              >
                {t('close')}
              </Button>
              <Button
                size="bar"
                className="max-md:h-11"
                aria-label={t('usualFor', { day })}
                onClick={onUsual}
              >
                {t('usual')}
              </Button>
              <Button size="bar" className="max-md:h-11" aria-label={t('otherFor', { day })} onClick={onEdit}>
                {t('other')}
              </Button>
            </>
          ) : (
            <>
              <Button
                size="bar"
                tone="quiet"
                className="max-md:h-11"
                aria-label={t('editFor', { day })}
                onClick={onEdit}
              >
                {t('edit')}
              </Button>
              <Button
                size="bar"
                tone="quiet"
                className="max-md:h-11"
                aria-label={t('removeFor', { day })}
                onClick={onRemove}
              >
                {t('undecide')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
