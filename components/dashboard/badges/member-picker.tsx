'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import type { BadgeMember, BadgeMembers } from '@/lib/badges';
import { api } from '@/lib/http/api';

const TYPING_PAUSE_MS = 250;

/** Finds a member by name; each hit is a button. */
export function MemberPicker({
  gymId,
  busy,
  onPick,
}: {
  gymId: string;
  busy: boolean;
  onPick: (member: BadgeMember) => void;
}) {
  const t = useTranslations('badges.picker');
  const id = useId();
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<BadgeMembers | 'failed' | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        const query = new URLSearchParams({ gym: gymId, ...(search.trim() ? { search } : { without: '1' }) });
        const answer = await api<BadgeMembers>(`/api/dashboard/badges/members?${query.toString()}`, {
          signal: stop.signal,
        });
        if (!stop.signal.aborted) setFound(answer.ok ? answer.data : 'failed');
      },
      search ? TYPING_PAUSE_MS : 0,
    );
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [gymId, search]);
  const rows = found === null || found === 'failed' ? [] : found.rows.slice(0, 8);
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-label font-medium">
        {t('label')}
      </label>
      <input
        id={id}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        placeholder={t('placeholder')}
        autoComplete="off"
        maxLength={100}
        className="h-10 w-full rounded-md border border-control bg-surface px-3 max-md:h-12 max-md:text-[1rem]"
      />
      {found === 'failed' && <p className="text-act">{t('failed')}</p>}
      {found !== null && found !== 'failed' && (
        <p aria-live="polite" className="text-label text-ink-3">
          {rows.length === 0 ? t('nobody') : t(search.trim() ? 'found' : 'without', { count: rows.length })}
        </p>
      )}
      <ul>
        {rows.map((member) => (
          <li key={member.id} className="border-t border-line">
            <button
              type="button"
              aria-disabled={busy}
              onClick={() => !busy && onPick(member)}
              className="flex min-h-10 w-full items-center justify-between gap-4 px-2 py-1.5 text-left hover:bg-hover max-md:min-h-12"
            >
              <span className="min-w-0 truncate font-medium">
                {member.first_name} {member.last_name.slice(0, 1)}.
                {member.membership_type && (
                  <span className="font-normal text-ink-3"> {member.membership_type}</span>
                )}
              </span>
              {member.has_badge && (
                <span className="text-label whitespace-nowrap text-ink-3">{t('hasBadge')}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
