import { type ComponentProps, type ReactNode, useId } from 'react';
import { clsx } from 'clsx';

const looks = {
  normal: 'h-10 w-full text-base max-md:h-12 max-md:text-[1rem]',
  secret: 'h-10 w-full pr-24 text-base max-md:h-12 max-md:text-[1rem]',
  code: 'h-14 w-full max-w-64 text-figure tracking-[0.28em]',
};

/** A labelled input: label above, help below, the error in its place with `aria-describedby`. */
export function Field({
  label,
  help,
  error,
  look = 'normal',
  className,
  ...input
}: ComponentProps<'input'> & {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  /** `secret` leaves room for a button at its end, `code` is for a few digits. */
  look?: keyof typeof looks;
}) {
  const own = useId();
  const id = input.id ?? own;
  const note = error ?? help;
  return (
    <div className={clsx('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-label font-medium">
        {label}
      </label>
      <input
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={clsx(
          'rounded-md border border-control bg-surface px-3 aria-invalid:border-act-fill',
          looks[look],
        )}
        {...input}
        id={id}
      />
      {note && (
        <p id={`${id}-note`} className={clsx('text-label', error ? 'text-act' : 'text-ink-3')}>
          {note}
        </p>
      )}
    </div>
  );
}
