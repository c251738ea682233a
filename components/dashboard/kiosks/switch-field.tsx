import { useId } from 'react';

/** Yes or no, with what it means below. */
export function SwitchField({
  label,
  help,
  checked,
  onChange,
}: {
  label: string;
  help?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label
        htmlFor={id}
        className="flex min-h-6 cursor-pointer items-center gap-2.5 font-medium max-md:min-h-11"
      >
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-describedby={help ? `${id}-note` : undefined}
          onChange={({ target }) => onChange(target.checked)}
          className="size-4 accent-ink"
        />
        {label}
      </label>
      {help && (
        <p id={`${id}-note`} className="pl-6.5 text-label text-ink-3">
          {help}
        </p>
      )}
    </div>
  );
}
