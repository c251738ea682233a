import { cn } from '@/lib/utils/cn';
import { NEAR } from './cost-words';

/** How much of a budget is used, as a bar of 4 px; the share in words stands beside it. */
export function BudgetBar({ share, className }: { share: number; className?: string }) {
  return (
    <span aria-hidden className={cn('block h-1 overflow-hidden rounded-xs bg-selected', className)}>
      <span
        className={cn(
          'block h-full rounded-xs',
          share >= 1 ? 'bg-act-fill' : share >= NEAR ? 'bg-watch-fill' : 'bg-bar-ink',
        )}
        style={{ width: `${Math.min(100, Math.max(share * 100, share > 0 ? 2 : 0))}%` }}
      />
    </span>
  );
}

/** The words of a share: quiet, watched, over. */
export const shareTone = (share: number): string =>
  share >= 1 ? 'font-medium text-act' : share >= NEAR ? 'font-medium text-watch' : 'text-ink-2';
