'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useToast } from '@/components/ui/toasts';
import { api, type Problem } from '@/lib/http/api';

export interface DeskOrder {
  path: `/api/dashboard/${string}`;
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: object;
}

/**
 * Does something at the desk, redraws the list, says so and offers to take it back for ten seconds; a refusal is said in
 * the same place, in the words of `said.refused` where it has any for it. Answers what the route answered, or null.
 */
export function useDeskAction() {
  const router = useRouter();
  const show = useToast();
  const common = useTranslations('common');
  return useCallback(
    async <T>(
      { path, ...options }: DeskOrder,
      said: {
        done: (data: T) => string;
        undo?: (data: T) => DeskOrder;
        refused?: (problem: Problem) => string | undefined;
      },
    ): Promise<{ data: T } | null> => {
      const tell = (problem: Problem) =>
        show(said.refused?.(problem) ?? (problem.code === 'offline' ? common('offline') : problem.title));
      const answer = await api<T>(path, options);
      router.refresh();
      if (!answer.ok) {
        tell(answer.problem);
        return null;
      }
      const back = said.undo?.(answer.data);
      show(
        said.done(answer.data),
        back &&
          (async () => {
            const { path: backPath, ...backOptions } = back;
            const undone = await api(backPath, backOptions);
            router.refresh();
            if (!undone.ok) tell(undone.problem);
          }),
      );
      return { data: answer.data };
    },
    [router, show, common],
  );
}
