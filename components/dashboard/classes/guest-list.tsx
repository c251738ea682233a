'use client';

import { Check, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { shortName } from '@/lib/utils/short-name';
import { FindMember } from '@/components/dashboard/shell/find-member';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { StatusShape } from '@/components/ui/status-shape';
import type { Guest } from '@/lib/classes';

interface Person {
  id: string;
  first_name: string;
  last_name: string;
}

const PATH = '/api/dashboard/classes/places';

/** Who comes to a date: places are given, granted and taken back, each with its way back. */
export function GuestList({
  occurrenceId,
  guests,
  gymId,
  may,
}: {
  occurrenceId: string;
  guests: Guest[];
  gymId: string;
  may: { add: boolean; free: boolean };
}) {
  const t = useTranslations('classes');
  const { busy, problem, act } = useAction();
  const give = (memberId: string) =>
    ({ path: PATH, body: { occurrence_id: occurrenceId, member_id: memberId } }) as const;
  const take = (id: string) => ({ path: `${PATH}/${id}`, method: 'DELETE' }) as const;
  const add = (person: Person) =>
    act<{ id: string }>(give(person.id), t('toast.placeGiven', { name: shortName(person) }), ({ id }) =>
      take(id),
    );
  const free = (guest: Guest) =>
    act(
      take(guest.id),
      t(guest.status === 'booked' ? 'toast.placeFreed' : 'toast.declined', { name: shortName(guest) }),
      // A request that was declined cannot ask again by itself; giving the place is what is left.
      guest.status === 'booked' ? give(guest.member_id) : undefined,
    );
  const isFull = problem?.code === 'conflict';
  return (
    <div aria-busy={busy} className="grid gap-3">
      <FormProblem
        problem={isFull ? { ...problem, title: t('problem.full'), detail: t('problem.fullDetail') } : problem}
      />
      {guests.length === 0 && <p className="text-ink-2">{t('peek.nobody')}</p>}
      <ul className="grid">
        {guests.map((guest) => (
          <li
            key={guest.id}
            className="flex min-h-10 items-center justify-between gap-3 border-b border-line last:border-0"
          >
            <span className="min-w-0">
              <Link href={`/dashboard/members/${guest.member_id}`} className="link">
                {shortName(guest)}
              </Link>{' '}
              {guest.status === 'requested' && (
                <span className="inline-flex items-center gap-1.5 text-label text-watch">
                  <StatusShape status="watch" /> {t('peek.asks')}
                </span>
              )}
            </span>
            {may.free && (
              <span className="flex shrink-0 gap-1 print:hidden">
                {guest.status === 'requested' && may.add && (
                  <Button
                    size="icon"
                    aria-label={t('action.grant', { name: shortName(guest) })}
                    onClick={() => add({ ...guest, id: guest.member_id })}
                  >
                    <Check size={16} strokeWidth={1.6} aria-hidden />
                  </Button>
                )}
                <Button
                  size="icon"
                  tone="quiet"
                  aria-label={t(guest.status === 'booked' ? 'action.free' : 'action.decline', {
                    name: shortName(guest),
                  })}
                  onClick={() => free(guest)}
                >
                  <X size={16} strokeWidth={1.6} aria-hidden />
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {may.add && <FindMember gymId={gymId} label={t('action.addGuest')} onChoose={add} />}
    </div>
  );
}
