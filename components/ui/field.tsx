import { type ComponentProps, type ReactNode, useId } from 'react';
import { clsx } from 'clsx';

/** A labelled input: label above, help below, the error in its place with `aria-describedby`. */
export function Field({
  label,
  help,
  error,
  className,
  ...input
}: ComponentProps<'input'> & { label: string; help?: ReactNode; error?: string | undefined }) {
  const id = useId();
  const note = error ?? help;
  return (
    <div className={clsx('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-label font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="h-10 rounded-md border border-control bg-surface px-3 text-base aria-invalid:border-act-fill max-md:h-12 max-md:text-[1rem]"
        {...input}
      />
      {note && (
        <p id={`${id}-note`} className={clsx('text-label', error ? 'text-act' : 'text-ink-3')}>
          {note}
        </p>
      )}
    </div>
  );
}
