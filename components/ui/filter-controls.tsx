import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/utils/cn';

const chip =
  'relative inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md border bg-surface pl-2.5 text-label focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ink max-md:h-11';

/** One choice of a list as a chip: the field's name, then what is chosen. */
export function FilterSelect({
  label,
  name,
  value,
  any,
  options,
}: {
  label: string;
  name: string;
  value: string | undefined;
  /** The word for "no filter", or for the default order. */
  any: string;
  options: { value: string; label: string }[];
}) {
  return (
    <label className={cn(chip, value ? 'border-line-strong' : 'border-dashed border-line-strong')}>
      <span className="text-ink-2">{label}</span>
      <select
        name={name}
        aria-label={label}
        defaultValue={value ?? ''}
        className="h-full cursor-pointer appearance-none bg-transparent pr-7 font-medium outline-none [&>option]:bg-surface [&>option]:text-ink"
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        strokeWidth={1.6}
        aria-hidden
        className="pointer-events-none absolute right-2 text-ink-3"
      />
    </label>
  );
}

/** One end of a range of days. */
export function FilterDay({
  label,
  name,
  value,
}: {
  label: string;
  name: string;
  value: string | undefined;
}) {
  return (
    <label className={cn(chip, 'pr-2', value ? 'border-line-strong' : 'border-dashed border-line-strong')}>
      <span className="text-ink-2">{label}</span>
      <input
        type="date"
        name={name}
        aria-label={label}
        defaultValue={value}
        className={cn('h-full bg-transparent outline-none', !value && 'text-ink-3')}
      />
    </label>
  );
}

/** The chips of a filter form; on a phone one line that scrolls sideways. */
export function FilterChips({ children }: { children: ReactNode }) {
  return (
    <span className="no-scrollbar flex flex-wrap items-center gap-2 max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4 max-md:py-0.5">
      {children}
    </span>
  );
}

/** A parameter that the filters keep without showing it. */
export function FilterKeep({ name, value }: { name: string; value: string | undefined }) {
  return value ? <input type="hidden" name={name} value={value} /> : null;
}
