import { useTranslations } from 'next-intl';
import { StatusShape } from '@/components/ui/status-shape';
import { cn } from '@/lib/utils/cn';

export type Level = 'low' | 'medium' | 'high' | 'critical';

const cells: Record<Level, number> = { low: 1, medium: 2, high: 3, critical: 4 };
const fill = (level: Level) =>
  level === 'critical' ? 'bg-act-fill' : level === 'low' ? 'bg-ink-3' : 'bg-watch-fill';

/** Four cells, filled by the level; the word stands beside it. */
export function RiskBar({ level, className }: { level: Level; className?: string }) {
  return (
    <span aria-hidden className={cn('inline-flex shrink-0 gap-0.5', className)}>
      {[1, 2, 3, 4].map((cell) => (
        <span
          key={cell}
          className={cn(
            'h-1.5 w-3 rounded-xs print:border print:border-control',
            cell <= cells[level] ? fill(level) : 'bg-bar',
          )}
        />
      ))}
    </span>
  );
}

/** The level's word in its colour; only act and watch colour a word. */
export function RiskWord({ level, plain = false }: { level: Level; plain?: boolean }) {
  const t = useTranslations('members.levels');
  return <span className={cn(!plain && level === 'critical' && 'text-act')}>{t(level)}</span>;
}

export function RiskShape({ level }: { level: Level }) {
  return <StatusShape status={level === 'critical' ? 'act' : level === 'low' ? 'off' : 'watch'} />;
}
