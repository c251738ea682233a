import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

/** A labelled choice of a few: label above, help below. */
export function SelectField({
  id,
  label,
  help,
  options,
  ...select
}: Omit<ComponentProps<'select'>, 'children'> & {
  id: string;
  label: string;
  help?: string;
  options: { value: string; label: string; lang?: string }[];
}) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-label font-medium">
        {label}
      </label>
      <span className="relative">
        <select
          id={id}
          aria-describedby={help ? `${id}-note` : undefined}
          className="h-10 w-full cursor-pointer appearance-none rounded-md border border-control bg-surface pr-10 pl-3 text-base max-md:h-12 max-md:text-[1rem]"
          {...select}
        >
          {options.map(({ value, label: text, lang }) => (
            <option key={value} value={value} lang={lang}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDown
          size={16}
          strokeWidth={1.6}
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-3"
        />
      </span>
      {help && (
        <p id={`${id}-note`} className="text-label text-ink-3">
          {help}
        </p>
      )}
    </div>
  );
}
