import type { ReactNode } from 'react';

/** A list without rows: what this means, and the next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid max-w-[34rem] justify-items-start gap-2 py-8">
      <p className="text-head">{title}</p>
      {children && <p className="text-ink-2">{children}</p>}
      {action}
    </div>
  );
}
