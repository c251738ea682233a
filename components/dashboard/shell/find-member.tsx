'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { api } from '@/lib/http/api';
import { cn } from '@/lib/utils/cn';

export interface FoundMember {
  id: string;
  first_name: string;
  last_name: string;
  badge_id: string | null;
}

const TYPING_PAUSE_MS = 200;

/** A field that finds one member by name or badge; Enter takes the first, arrows walk. Empty again afterwards. */
export function FindMember({
  gymId,
  label,
  onChoose,
}: {
  gymId: string;
  label: string;
  onChoose: (member: FoundMember) => void;
}) {
  const t = useTranslations('shell.find');
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<FoundMember[] | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const type = (typed: string) => {
    stop.current?.abort();
    setText(typed);
    setFound(null);
    const search = typed.trim();
    if (search.length < 2) return;
    const { signal } = (stop.current = new AbortController());
    setTimeout(async () => {
      if (signal.aborted) return;
      const query = new URLSearchParams({ gym: gymId, search });
      const answer = await api<FoundMember[]>(`/api/dashboard/members/find?${query}`, { signal });
      if (answer.ok && !signal.aborted) setFound(answer.data);
    }, TYPING_PAUSE_MS);
  };
  const choose = (member: FoundMember) => {
    type('');
    onChoose(member);
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    if (!step || rows.length === 0) return;
    event.preventDefault();
    rows[rows.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  };
  const take = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (found?.[0]) choose(found[0]);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows walk from the field into its list
    <div className="grid gap-1.5" onKeyDown={walk}>
      <label htmlFor={id} className="text-label font-medium">
        {label}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={t('placeholder')}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={take}
        className="h-10 w-full rounded-md border border-control bg-surface px-3 text-base placeholder:text-ink-3 max-md:h-12 max-md:text-[1rem]"
      />
      <p aria-live="polite" className={cn('text-label text-ink-2', found?.length !== 0 && 'sr-only')}>
        {found && t('found', { count: found.length })}
      </p>
      {found && found.length > 0 && (
        <ul ref={list} aria-label={label} className="rounded-md border border-line">
          {found.map((member) => (
            <li key={member.id}>
              <button
                type="button"
                onClick={() => choose(member)}
                className="flex min-h-10 w-full items-center justify-between gap-3 px-3 text-left hover:bg-hover max-md:min-h-11"
              >
                {member.first_name} {member.last_name}
                {member.badge_id && <span className="text-label text-ink-2">{member.badge_id}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
