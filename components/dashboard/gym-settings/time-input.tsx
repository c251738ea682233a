import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { readTime } from '@/lib/gym-settings/read-time';

/** A time of day in 24 hours, typed in any usual way and put in order when the field is left. */
export function TimeInput({
  value,
  onChange,
  className,
  ...input
}: Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      placeholder="--:--"
      maxLength={7}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => onChange(readTime(value) || value)}
      className={clsx(
        'rounded-md border border-control bg-surface px-2 text-base tabular-nums aria-invalid:border-act-fill disabled:border-line disabled:bg-canvas max-md:text-[1rem]',
        className,
      )}
      {...input}
    />
  );
}
