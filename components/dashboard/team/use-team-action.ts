'use client';

import { useTranslations } from 'next-intl';
import { type Order, useAction } from '@/components/dashboard/shell/use-action';
import type { Problem } from '@/lib/http/api';

/** What the team's own refusals are called; a word of the `team.problem` messages with its `…Detail`. */
type Words = Partial<Record<Problem['code'], 'taken' | 'over' | 'soon'>>;

/**
 * Does something with the team, redraws the page, says so and offers to take it back for ten seconds.
 * A refusal stays in `problem`, in the words of `words` where the general ones would not help.
 */
export function useTeamAction(words: Words = {}) {
  const t = useTranslations('team.problem');
  const { busy, problem, act: perform } = useAction();
  const act = async (order: Order, said: string, back?: Order) => (await perform(order, said, back)) !== null;
  const word = problem && problem.retry_after_s === undefined ? words[problem.code] : undefined;
  const worded = problem && word ? { ...problem, title: t(word), detail: t(`${word}Detail`) } : problem;
  return { busy, problem: worded, act };
}
