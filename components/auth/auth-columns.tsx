import type { ReactNode } from 'react';

/** What a page of signing in is about on the left, what to do on the right; on a phone one under the other. */
export function AuthColumns({
  title,
  lead,
  detail,
  note,
  children,
}: {
  title: string;
  lead: ReactNode;
  /** What belongs to the lead, such as whose sign-in this is. */
  detail?: ReactNode;
  /** Help for whoever cannot go on; on a phone below the form. */
  note?: { title: string; text: string } | undefined;
  children: ReactNode;
}) {
  return (
    <main className="grid grid-cols-[minmax(0,1fr)] content-start gap-x-24 gap-y-10 pt-6 pb-16 lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_1fr] lg:pt-[12dvh]">
      <div className="grid content-start gap-4">
        <h1 className="text-title text-balance lg:text-title-2">{title}</h1>
        <p className="max-w-[30rem] text-head font-normal text-ink-2 lg:text-lead">{lead}</p>
        {detail}
      </div>
      <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:pt-1.5">{children}</div>
      {note && (
        <section className="grid max-w-[26rem] content-start gap-1 border-t border-line-strong pt-3">
          <h2 className="font-medium">{note.title}</h2>
          <p className="text-ink-2">{note.text}</p>
        </section>
      )}
    </main>
  );
}
