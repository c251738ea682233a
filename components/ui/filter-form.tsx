'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';

const TYPING_PAUSE_MS = 250;

/**
 * The filters of a list: a plain GET form that, once scripts run, follows each change by itself. What is chosen lives
 * in the address; a page cursor does not survive a changed filter.
 */
export function FilterForm({
  path,
  label,
  values,
  apply,
  children,
}: {
  path: string;
  label: string;
  /** All parameters of the address; those without a control of their own are kept. */
  values: Record<string, string | undefined>;
  apply: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, start] = useTransition();

  useEffect(() => {
    // A link may have changed the address: controls nobody is typing in follow it.
    for (const control of form.current?.elements ?? []) {
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        if (control.name && control !== document.activeElement) control.value = values[control.name] ?? '';
      }
    }
  }, [values]);

  const follow = () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === 'string' && value.trim()) query.set(name, value.trim());
    }
    const text = query.toString();
    start(() => router.replace(text ? `${path}?${text}` : path, { scroll: false }));
  };
  const wait = (event: FormEvent) => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'search') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(follow, TYPING_PAUSE_MS);
  };
  const change = (event: FormEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
    follow();
  };
  return (
    <search className="min-w-0" aria-label={label}>
      <form
        ref={form}
        action={path}
        aria-busy={pending}
        onInput={wait}
        onChange={change}
        onSubmit={(event) => {
          event.preventDefault();
          follow();
        }}
        className="flex min-w-0 flex-wrap items-center gap-2 print:hidden"
      >
        {children}
        <noscript>
          <button type="submit" className="h-7 rounded-md border border-line-strong bg-surface px-2.5">
            {apply}
          </button>
        </noscript>
      </form>
    </search>
  );
}
