import { Search } from 'lucide-react';
import { Kbd } from './kbd';

/** The search of a list, inside its filter form; `/` puts the cursor here. */
export function SearchField({
  label,
  placeholder,
  value,
}: {
  label: string;
  placeholder: string;
  value: string | undefined;
}) {
  return (
    <span className="relative block w-58 max-md:w-full">
      <Search
        size={16}
        strokeWidth={1.6}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        type="search"
        name="search"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        maxLength={100}
        autoComplete="off"
        data-page-search
        className="h-7 w-full rounded-md border border-line-strong bg-surface pr-8 pl-8.5 text-label placeholder:text-ink-3 max-md:h-11 max-md:text-[1rem]"
      />
      <Kbd className="absolute top-1/2 right-1.5 -translate-y-1/2">/</Kbd>
    </span>
  );
}
