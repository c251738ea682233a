import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

/** A labelled text of a few lines: label above, help below, the error in its place. */
export function TextArea({
  id,
  label,
  help,
  error,
  ...area
}: ComponentProps<'textarea'> & { id: string; label: string; help?: ReactNode; error?: string | undefined }) {
  const note = error ?? help;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-label font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={2}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="w-full rounded-md border border-control bg-surface px-3 py-2 text-base aria-invalid:border-act-fill max-md:text-[1rem]"
        {...area}
      />
      {note && (
        <p id={`${id}-note`} className={clsx('text-label', error ? 'text-act' : 'text-ink-3')}>
          {note}
        </p>
      )}
    </div>
  );
}
