'use client';

import { Check, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { BadgeMember } from '@/lib/badges';
import { cn } from '@/lib/utils/cn';
import type { RoundStates } from './badge-round';

const TYPING_PAUSE_MS = 250;

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The names of the round: who is next, who has a badge now, who was passed over; a name can be taken first. */
export function RoundList({
  people,
  states,
  currentId,
  onSearch,
  onChoose,
  onUndo,
}: {
  people: BadgeMember[];
  states: RoundStates;
  currentId: string | undefined;
  /** Looks for a name further down than the list has come; left out once it is whole. */
  onSearch: ((search: string) => void) | undefined;
  onChoose: (id: string) => void;
  onUndo: (member: BadgeMember) => void;
}) {
  const t = useTranslations('badges.round');
  const [search, setSearch] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = (text: string) => {
    setSearch(text);
    clearTimeout(timer.current);
    if (text.trim() && onSearch) timer.current = setTimeout(() => onSearch(text.trim()), TYPING_PAUSE_MS);
  };
  const words = fold(search).split(/\s+/);
  const shown = people.filter(({ first_name, last_name }) => {
    const text = fold(`${first_name} ${last_name}`);
    return words.every((word) => text.includes(word));
  });
  if (people.length === 0) return null;
  return (
    <section aria-label={t('list')} className="grid content-start gap-2">
      <input
        type="search"
        value={search}
        onChange={(event) => look(event.currentTarget.value)}
        aria-label={t('search')}
        placeholder={t('search')}
        data-page-search
        maxLength={100}
        className="h-8 w-full max-w-72 rounded-md border border-control bg-surface px-3 max-md:h-11"
      />
      <ul className="max-h-[34rem] overflow-y-auto">
        {shown.map((member) => {
          const state = states[member.id];
          const isCurrent = member.id === currentId;
          return (
            <li
              key={member.id}
              aria-current={isCurrent ? 'step' : undefined}
              className={cn(
                'flex min-h-10 items-center justify-between gap-4 border-b border-line px-2',
                isCurrent && 'bg-selected shadow-[inset_2px_0_var(--ink)]',
              )}
            >
              <button
                type="button"
                disabled={Boolean(state)}
                onClick={() => onChoose(member.id)}
                className={cn(
                  'min-h-10 min-w-0 grow truncate text-left',
                  state ? 'text-ink-3' : 'font-medium',
                )}
              >
                {member.first_name} {member.last_name.slice(0, 1)}.
                {member.membership_type && (
                  <span className="font-normal text-ink-3"> {member.membership_type}</span>
                )}
              </button>
              {state && (
                <span className="flex items-center gap-2 text-label whitespace-nowrap text-ink-2">
                  {state === 'given' && <Check size={16} strokeWidth={1.6} aria-hidden />}
                  {t(`state.${state}`)}
                  <Button
                    tone="quiet"
                    size="icon"
                    aria-label={t('undo', { name: `${member.first_name} ${member.last_name.slice(0, 1)}.` })}
                    onClick={() => onUndo(member)}
                  >
                    <Undo2 size={16} strokeWidth={1.6} aria-hidden />
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && <p className="py-4 text-ink-2">{t('nobody')}</p>}
    </section>
  );
}
