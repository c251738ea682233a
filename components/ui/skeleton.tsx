import { cn } from '@/lib/utils/cn';

/** A still grey bar in the place of a text that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-3 rounded-xs bg-selected', className)} />;
}
