'use client';

import { Copy, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { endsNextDay, type Span } from '@/lib/gym-settings/hours';
import { mostSpans } from '@/lib/gym-settings/limits';
import { readTime } from '@/lib/gym-settings/read-time';
import { TimeInput } from './time-input';
import type { Faults } from './use-gym-form';

const icon = { size: 16, strokeWidth: 1.6, 'aria-hidden': true } as const;
/** One day of the week: its spans, or that it is closed. */
export function HoursOfDay({
  day,
  name,
  spans,
  faults,
  mayChange,
  onChange,
  onAdd,
  onCopy,
}: {
  /** Counted from 0. */
  day: number;
  name: string;
  spans: Span[];
  faults: Faults;
  mayChange: boolean;
  onChange: (spans: Span[]) => void;
  onAdd: () => void;
  onCopy: () => void;
}) {
  const t = useTranslations('gymSettings.hours');
  const put = (place: number, part: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === place ? { ...span, ...part } : span)));
  return (
    <li className="grid grid-cols-[6rem_minmax(0,1fr)_auto] items-start gap-x-3 border-t border-line py-2 first:border-0 max-md:grid-cols-[minmax(0,1fr)_auto]">
      <h3 className="py-1.5 first-letter:uppercase max-md:py-3">{name}</h3>
      <div className="grid gap-2 max-md:col-span-2 max-md:row-start-2">
        {spans.length === 0 && <p className="py-1.5 text-ink-3 max-md:py-0">{t('closed')}</p>}
        {spans.map((span, place) => {
          const fault = faults[`hours.${day}.${place}.open`] ?? faults[`hours.${day}.${place}.close`];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans are the same kind of thing and have no name of their own.
            <div key={place} className="grid gap-1">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                {(['open', 'close'] as const).map((end) => (
                  <span key={end} className="flex items-center gap-2">
                    {end === 'close' && <span className="text-ink-3">{t('to')}</span>}
                    <TimeInput
                      id={`hours.${day}.${place}.${end}`}
                      aria-label={t(end, { day: name, place: place + 1 })}
                      aria-invalid={faults[`hours.${day}.${place}.${end}`] ? true : undefined}
                      aria-describedby={fault ? `hours.${day}.${place}-fault` : undefined}
                      value={span[end]}
                      onChange={(time) => put(place, { [end]: time })}
                      className="h-8 w-20 text-center max-md:h-12"
                    />
                  </span>
                ))}
                {mayChange && (
                  <Button
                    tone="quiet"
                    size="icon"
                    aria-label={t('remove', { place: place + 1, day: name })}
                    onClick={() => onChange(spans.filter((_, at) => at !== place))}
                  >
                    <X {...icon} />
                  </Button>
                )}
                {readTime(span.open) && readTime(span.open) === readTime(span.close) ? (
                  <span className="text-label text-ink-2">{t('allDay')}</span>
                ) : (
                  endsNextDay(span) && <span className="text-label text-ink-2">{t('nextDay')}</span>
                )}
              </div>
              {fault && (
                <p id={`hours.${day}.${place}-fault`} className="text-label text-act">
                  {fault}
                </p>
              )}
            </div>
          );
        })}
      </div>
      {mayChange && (
        <div className="flex gap-1 max-md:col-start-2 max-md:row-start-1">
          {spans.length < mostSpans && (
            <Button
              tone="quiet"
              size="icon"
              aria-label={t('addFor', { day: name })}
              title={t('add')}
              onClick={onAdd}
            >
              <Plus {...icon} />
            </Button>
          )}
          <Button
            tone="quiet"
            size="icon"
            aria-label={t('copyFor', { day: name })}
            title={t('copy')}
            onClick={onCopy}
          >
            <Copy {...icon} />
          </Button>
        </div>
      )}
    </li>
  );
}
