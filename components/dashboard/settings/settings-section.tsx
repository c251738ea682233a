import type { ReactNode } from 'react';

/** One subject of the settings: what it is about on the left, its controls on the right. */
export function SettingsSection({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-5 border-t border-line py-8 first-of-type:border-0 lg:grid-cols-[17rem_minmax(0,34rem)]">
      <div className="grid content-start gap-1">
        <h2 className="text-head">{title}</h2>
        <p className="text-ink-2">{text}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
