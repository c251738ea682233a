'use client';

import type { ReactNode } from 'react';
import { Headline } from '../parts/headline';

/** One sentence, what still works, and at most one thing to do: unknown badge, goodbye, maintenance. */
export function MessageScreen({
  title,
  lead,
  detail,
  children,
}: {
  title: string;
  lead?: string | undefined;
  detail?: string;
  children?: ReactNode;
}) {
  return (
    <section aria-live="polite" className="absolute inset-x-16 top-205 animate-rise">
      <Headline text={title} />
      {lead && <p className="mt-9 text-past text-ink-2 text-pretty">{lead}</p>}
      {detail && <p className="mt-6 text-help text-ink-3">{detail}</p>}
      {children && <div className="mt-14 grid gap-4">{children}</div>}
    </section>
  );
}
