'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import type { BadgeMember, BadgeMembers, DeskKiosk } from '@/lib/badges';
import { api } from '@/lib/http/api';
import { BadgeSource, type HeldBadge } from './badge-source';
import { ObstacleNote } from './obstacle-note';
import { RoundList } from './round-list';
import { useGiveBadge } from './use-give-badge';

/** What became of somebody in this round. */
export type RoundState = 'given' | 'skipped';
export type RoundStates = Record<string, RoundState | undefined>;

/** Below this the next names are fetched. */
const FEW = 6;

/** Walks down the members without a badge: one read each, and the next is there by itself. */
export function BadgeRound({
  gymId,
  kiosks,
  first,
}: {
  gymId: string;
  kiosks: DeskKiosk[];
  first: BadgeMembers;
}) {
  const t = useTranslations('badges.round');
  const [people, setPeople] = useState(first.rows);
  const [cursor, setCursor] = useState(first.next_cursor);
  // The page is read again after each badge and would then count it twice.
  const [without] = useState(first.without);
  const [states, setStates] = useState<RoundStates>({});
  const [chosen, setChosen] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const { busy, problem, obstacle, give, takeBack, forget } = useGiveBadge();
  const [badges, setBadges] = useState<Record<string, string>>({});

  const open = people.filter(({ id }) => !states[id]);
  const current = open.find(({ id }) => id === chosen) ?? open[0];
  const given = Object.values(states).filter((state) => state === 'given').length;

  const fetchMore = async (query: Record<string, string>): Promise<BadgeMembers | null> => {
    const path = new URLSearchParams({ gym: gymId, without: '1', ...query });
    const answer = await api<BadgeMembers>(`/api/dashboard/badges/members?${path.toString()}`);
    if (!answer.ok) return null;
    const { rows } = answer.data;
    setPeople((known) => [...known, ...rows.filter(({ id }) => !known.some((one) => one.id === id))]);
    return answer.data;
  };
  const more = async () => {
    const page = cursor && (await fetchMore({ cursor }));
    if (page) setCursor(page.next_cursor);
  };
  const settle = (id: string, state: RoundState | null) => {
    setStates((known) => ({ ...known, [id]: state ?? undefined }));
    setChosen(state ? null : id);
    setRound((one) => one + 1);
    forget();
    if (open.length <= FEW) void more();
  };
  const finish = async (badge: HeldBadge, to: BadgeMember, takeOver = false) => {
    const done = await give(badge, recipient(to), { takeOver, onUndone: () => settle(to.id, null) });
    if (!done) return;
    setBadges((known) => ({ ...known, [to.id]: done.badge_id }));
    settle(to.id, 'given');
  };
  const undo = async (member: BadgeMember) => {
    const badge = badges[member.id];
    if (states[member.id] === 'skipped' || (badge && (await takeBack(badge)))) settle(member.id, null);
  };
  return (
    <div className="grid gap-x-10 gap-y-8 px-4 py-6 md:px-8 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      <section aria-label={t('now')} aria-busy={busy} className="grid content-start gap-5">
        <p className="text-label text-ink-2">
          {t('progress', { given, left: Math.max(0, without - given) })}
        </p>
        {current ? (
          <>
            <div aria-live="polite" className="grid gap-1">
              <p className="text-ink-2">{t('for')}</p>
              <p className="text-title wrap-anywhere">
                {current.first_name} {current.last_name}
              </p>
              <p className="text-ink-2">{current.membership_type ?? '\u00a0'}</p>
            </div>
            <FormProblem problem={problem} focus={false} />
            {obstacle && (
              <ObstacleNote
                obstacle={obstacle}
                onOther={() => {
                  forget();
                  setRound((one) => one + 1);
                }}
                onTakeOver={() => obstacle.why === 'taken' && void finish(obstacle.badge, current, true)}
              />
            )}
            <BadgeSource
              gymId={gymId}
              kiosks={kiosks}
              round={round}
              paused={obstacle !== null}
              onBadge={(badge) => void finish(badge, current)}
            />
            <span>
              <Button data-key="s" onClick={() => settle(current.id, 'skipped')}>
                {t('skip')} <Kbd>S</Kbd>
              </Button>
            </span>
          </>
        ) : (
          <EmptyState title={t(given > 0 ? 'finished' : 'none')}>
            {t(given > 0 ? 'finishedDetail' : 'noneDetail')}
          </EmptyState>
        )}
      </section>
      <RoundList
        people={people}
        states={states}
        currentId={current?.id}
        onSearch={cursor ? (search) => void fetchMore({ search }) : undefined}
        onChoose={(id) => {
          forget();
          setChosen(id);
        }}
        onUndo={(member) => void undo(member)}
      />
    </div>
  );
}

const recipient = ({ id, first_name, last_name }: BadgeMember) => ({
  id,
  name: `${first_name} ${last_name.slice(0, 1)}.`,
});
