/** One of a few, each with what it means; the chosen one carries the field's id, so that a summary leads there. */
export function ChoiceCards<V extends string>({
  id,
  label,
  value,
  options,
  onChange,
}: {
  id: string;
  label: string;
  value: V;
  options: { value: V; label: string; text?: string | undefined }[];
  onChange: (value: V) => void;
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-label font-medium">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex cursor-pointer items-start gap-2.5 rounded-md border border-control px-3 py-2 has-checked:border-ink has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
        >
          <input
            type="radio"
            name={id}
            id={option.value === value ? id : undefined}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="mt-1 accent-ink outline-none"
          />
          <span className="font-medium">
            {option.label}
            {option.text && <span className="block text-label font-normal text-ink-2">{option.text}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
