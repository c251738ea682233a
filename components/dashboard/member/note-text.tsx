'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId } from 'react';
import { cn } from '@/lib/utils/cn';

const LONGEST = 2000;
/** From here on it is said how much room is left. */
const NEARLY = 1800;

/** The text of a note; Ctrl or Command with Enter sends its form. */
export function NoteText({
  label,
  help,
  error,
  value,
  onChange,
  placeholder,
  rows = 4,
  hideLabel = false,
  first = false,
}: {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  rows?: number;
  hideLabel?: boolean;
  /** Whether a dialog begins with it. */
  first?: boolean;
}) {
  const t = useTranslations('member.note');
  const id = useId();
  const note = error ?? (value.length > NEARLY ? t('left', { count: LONGEST - value.length }) : help);
  const send = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <div className="grid min-w-0 grow basis-60 gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-label font-medium'}>
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        maxLength={LONGEST}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={send}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        {...(first && { 'data-autofocus': true })}
        className="rounded-md border border-control bg-surface px-3 py-2 placeholder:text-ink-3 aria-invalid:border-act-fill max-md:text-[1rem]"
      />
      {note && (
        <p id={`${id}-note`} className={cn('text-label', error ? 'text-act' : 'text-ink-3')}>
          {note}
        </p>
      )}
    </div>
  );
}
