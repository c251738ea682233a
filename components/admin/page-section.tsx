import { type ReactNode, useId } from 'react';

/** One subject of a page: its heading with what can be done, its rows under a hairline. */
export function PageSection({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="flex min-h-10 items-center justify-between gap-4 border-b border-line pb-1.5">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
