'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Problem } from '@/lib/http/api';
import { useDeskAction } from './use-desk-action';

const isFull = ({ code, errors }: Problem) =>
  code === 'conflict' && errors?.some((error) => error.field === 'full');

/** Confirms or declines a place in a class that somebody asked for. */
export function BookingButtons({ bookingId, name }: { bookingId: string; name: string }) {
  const t = useTranslations('desk');
  const act = useDeskAction();
  const order = (answer: 'accept' | 'decline' | 'reopen') => ({
    path: `/api/dashboard/desk/bookings/${bookingId}` as const,
    method: 'PUT' as const,
    body: { answer },
  });
  const answer = (choice: 'accept' | 'decline') =>
    act(order(choice), {
      done: () => t(choice === 'accept' ? 'toast.accepted' : 'toast.declined', { name }),
      undo: () => order('reopen'),
      refused: (problem) => (isFull(problem) ? t('problem.full') : undefined),
    });
  return (
    <span className="flex shrink-0 gap-2">
      <Button
        data-say
        aria-label={t('action.acceptName', { name })}
        onClick={() => answer('accept')}
        className="max-md:h-11 pointer-coarse:h-11"
      >
        {t('action.accept')}
      </Button>
      <Button
        tone="quiet"
        aria-label={t('action.declineName', { name })}
        onClick={() => answer('decline')}
        className="max-md:h-11 pointer-coarse:h-11"
      >
        {t('action.decline')}
      </Button>
    </span>
  );
}
