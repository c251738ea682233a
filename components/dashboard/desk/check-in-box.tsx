'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';
import { cn } from '@/lib/utils/cn';
import { type Comer, type Obstacle, useCheckIn } from './use-check-in';
import { useDeskKeys } from './use-desk-keys';
import { WarnDialog } from './warn-dialog';

const PAUSE_MS = 150;

interface Found {
  id: string;
  first_name: string;
  last_name: string;
  badge_id: string | null;
  membership_type: string | null;
  obstacle: Obstacle | null;
  inside: boolean;
}

const comerOf = ({ id, first_name, last_name, obstacle }: Found): Comer => ({
  id,
  name: `${first_name} ${last_name.charAt(0)}.`,
  obstacle,
});

/** Notes an arrival by hand: a name or a badge, Enter, and they are in. */
export function CheckInBox({ gymId }: { gymId: string }) {
  const t = useTranslations('desk.checkIn');
  const toast = useToast();
  const checkIn = useCheckIn();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const asking = useRef<{ for: string; answer: Promise<Found[] | null>; stop: AbortController }>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ for: string; rows: Found[] } | null>(null);
  const [warned, setWarned] = useState<Comer | null>(null);
  const sought = text.trim();
  const rows = sought && found ? found.rows : [];

  useDeskKeys(
    useCallback((typed: string) => {
      setText((before) => before + typed);
      input.current?.focus();
    }, []),
  );

  const find = useCallback(
    (wanted: string): Promise<Found[] | null> => {
      // Enter and the pause after typing ask for the same: one question, one answer.
      if (asking.current?.for === wanted) return asking.current.answer;
      asking.current?.stop.abort();
      const stop = new AbortController();
      const ask = async () => {
        const answer = await api<Found[]>('/api/dashboard/desk/search', {
          body: { gym_id: gymId, text: wanted },
          signal: stop.signal,
        });
        if (stop.signal.aborted) return null;
        asking.current = null;
        if (answer.ok) setFound({ for: wanted, rows: answer.data });
        else if (answer.problem.title) toast(answer.problem.title);
        return answer.ok ? answer.data : null;
      };
      const answer = ask();
      asking.current = { for: wanted, answer, stop };
      return answer;
    },
    [gymId, toast],
  );

  useEffect(() => {
    if (!sought) return;
    const timer = setTimeout(() => void find(sought), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sought, find]);
  useEffect(() => () => asking.current?.stop.abort(), []);

  const clear = () => {
    asking.current?.stop.abort();
    asking.current = null;
    setText('');
    setFound(null);
  };
  const choose = (row: Found | undefined) => {
    if (!row) return;
    const comer = comerOf(row);
    clear();
    if (comer.obstacle) setWarned(comer);
    else void checkIn(comer);
  };
  const enter = async () => {
    if (!sought) return;
    if (found?.for === sought) return choose(found.rows[0]);
    // A reader types faster than anybody looks; a name that several have is for a person to choose.
    const answer = await find(sought);
    if (answer?.length === 1) choose(answer[0]);
  };
  /** From the field into the list and back; Enter in the field takes the first. */
  const move = (step: 1 | -1) => {
    const stops = [input.current, ...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const now = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.min(Math.max(0, now + step), stops.length - 1)]?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault();
      void enter();
    } else if (event.key === 'Escape' && text) {
      event.preventDefault();
      event.stopPropagation();
      clear();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    <search aria-label={t('label')} className="grid gap-1 print:hidden">
      <span className="relative block">
        <Search
          size={20}
          strokeWidth={1.6}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={input}
          type="search"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          value={text}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          data-page-search
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-12 w-full rounded-lg border border-control bg-surface pr-10 pl-11 text-[1rem] placeholder:text-ink-3"
        />
        <Kbd className="absolute top-1/2 right-3 -translate-y-1/2">/</Kbd>
      </span>
      {rows.length > 0 && (
        <ul ref={list} aria-label={t('results')} className="rounded-lg border border-line bg-surface">
          {rows.map((row, place) => (
            <li key={row.id} className="border-b border-line last:border-0">
              <button
                type="button"
                onClick={() => choose(row)}
                onKeyDown={onKeyDown}
                className={cn(
                  'flex min-h-12 w-full flex-wrap items-center gap-x-3 rounded-lg px-4 py-1.5 text-left hover:bg-hover',
                  place === 0 && 'bg-selected hover:bg-selected',
                )}
              >
                <span className="font-medium">
                  {row.first_name} {row.last_name}
                </span>
                <span className="text-label text-ink-2">
                  {[row.membership_type, row.badge_id && t('badge', { badge: row.badge_id })]
                    .filter(Boolean)
                    .join(', ')}
                </span>
                {row.obstacle && (
                  <span className="text-label font-medium text-act">{t(`obstacle.${row.obstacle}`)}</span>
                )}
                {row.inside && <span className="ml-auto text-label text-ink-2">{t('inside')}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p aria-live="polite" className="text-label text-ink-2">
        {sought && found?.for === sought && found.rows.length === 0 ? t('none') : t('help')}
      </p>
      {warned?.obstacle && (
        <WarnDialog
          comer={warned}
          obstacle={warned.obstacle}
          onClose={() => setWarned(null)}
          onReason={(reason) => {
            void checkIn(warned, reason);
            setWarned(null);
          }}
        />
      )}
    </search>
  );
}
