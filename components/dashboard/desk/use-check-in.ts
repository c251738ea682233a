'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useDeskAction } from './use-desk-action';

export type Obstacle = 'inactive' | 'expired' | 'suspended';
export type Reason = 'renews' | 'agreed' | 'trial' | 'mistake' | 'other';
export const reasons: Reason[] = ['renews', 'agreed', 'trial', 'mistake', 'other'];

/** Somebody to be let in. */
export interface Comer {
  id: string;
  name: string;
  /** Why the membership does not hold; null where it does. */
  obstacle: Obstacle | null;
}

/** Lets somebody in by hand and offers to take that back; answers whether they are in. */
export function useCheckIn() {
  const t = useTranslations('desk');
  const act = useDeskAction();
  return useCallback(
    async ({ id, name }: Comer, reason?: Reason): Promise<boolean> => {
      const done = await act<{ id: string; is_new: boolean }>(
        { path: '/api/dashboard/desk/check-ins', body: { member_id: id, ...(reason && { reason }) } },
        {
          done: (made) => t(made.is_new ? 'toast.checkedIn' : 'toast.alreadyIn', { name }),
          undo: (made) => ({ path: `/api/dashboard/desk/check-ins/${made.id}`, method: 'DELETE' }),
          refused: ({ code }) => (code === 'conflict' ? t('problem.seen', { name }) : undefined),
        },
      );
      return done !== null;
    },
    [act, t],
  );
}
