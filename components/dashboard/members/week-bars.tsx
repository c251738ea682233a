import { cn } from '@/lib/utils/cn';

/** Twelve weeks of visits as small bars from zero, the newest last; a week without any is a dash. */
export function WeekBars({ weeks, label, tall = false }: { weeks: number[]; label: string; tall?: boolean }) {
  const top = Math.max(...weeks, 4);
  const height = tall ? 56 : 16;
  return (
    <span className={cn('flex items-end', tall ? 'h-14 gap-1' : 'h-4 gap-0.5')}>
      <span className="sr-only">{label}</span>
      {weeks.map((visits, week) => (
        <span
          // The place in the row is the week itself.
          key={`${week}-of-${weeks.length}`}
          aria-hidden
          className={cn(
            'print:border',
            tall ? 'w-4' : 'w-1.25',
            visits > 0 ? 'rounded-t-xs bg-ink-2' : 'border-b border-dashed border-line-strong',
          )}
          style={{ height: visits > 0 ? Math.max(3, (visits / top) * height) : 1 }}
        />
      ))}
    </span>
  );
}
