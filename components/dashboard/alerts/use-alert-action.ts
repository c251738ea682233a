'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';

export interface AlertOrder {
  action: 'assign' | 'resolve' | 'dismiss' | 'reopen';
  assignee?: string | null;
  notes?: string;
}

/**
 * Does something with an alert, redraws the page, says so and offers to take it back.
 * Answers whether it was done; a refusal is said in the same place.
 */
export function useAlertAction() {
  const router = useRouter();
  const show = useToast();
  const common = useTranslations('common');
  return useCallback(
    async (id: string, order: AlertOrder, said: string, undo?: AlertOrder): Promise<boolean> => {
      const send = async (body: AlertOrder) => {
        const answer = await api(`/api/dashboard/alerts/${id}`, { body });
        router.refresh();
        if (!answer.ok) show(answer.problem.code === 'offline' ? common('offline') : answer.problem.title);
        return answer.ok;
      };
      const done = await send(order);
      if (done) show(said, undo && (async () => void (await send(undo))));
      return done;
    },
    [router, show, common],
  );
}
