import type { ReactNode } from 'react';
import { cn } from '@/lib/utils/cn';

/** A key cap; shown only where there is a keyboard to press it. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      aria-hidden
      className={cn(
        'inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-line-strong px-1 font-sans text-[0.6875rem] leading-none font-medium text-ink-2 max-md:hidden print:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
