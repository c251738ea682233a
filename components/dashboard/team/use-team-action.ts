'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSend } from '@/components/auth/use-send';
import { useToast } from '@/components/ui/toasts';
import { api, type Problem } from '@/lib/http/api';

export interface TeamOrder {
  path: `/api/dashboard/team/${string}`;
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: object;
}

/** What the team's own refusals are called; a word of the `team.problem` messages with its `…Detail`. */
type Words = Partial<Record<Problem['code'], 'taken' | 'over' | 'soon'>>;

/**
 * Does something with the team, redraws the page, says so and offers to take it back for ten seconds.
 * A refusal stays in `problem`, in the words of `words` where the general ones would not help.
 */
export function useTeamAction(words: Words = {}) {
  const t = useTranslations('team.problem');
  const common = useTranslations('common');
  const router = useRouter();
  const show = useToast();
  const { busy, problem, send, rest } = useSend();

  const undo =
    ({ path, ...options }: TeamOrder) =>
    async () => {
      const answer = await api(path, options);
      router.refresh();
      if (!answer.ok) show(answer.problem.code === 'offline' ? common('offline') : answer.problem.title);
    };
  const act = async ({ path, ...options }: TeamOrder, said: string, back?: TeamOrder): Promise<boolean> => {
    const answer = await send(path, options);
    router.refresh();
    if (!answer) return false;
    rest();
    show(said, back && undo(back));
    return true;
  };
  const word = problem && problem.retry_after_s === undefined ? words[problem.code] : undefined;
  const worded = problem && word ? { ...problem, title: t(word), detail: t(`${word}Detail`) } : problem;
  return { busy, problem: worded, act };
}
