'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useSend } from '@/components/auth/use-send';
import { useToast } from '@/components/ui/toasts';
import { api } from '@/lib/http/api';

export interface Order {
  path: `/api/${string}`;
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: object;
}

/**
 * Does one thing, redraws the page, says so and offers to take it back for ten seconds. `act` answers what the route
 * answered, null after a refusal, which stays in `problem`.
 */
export function useAction() {
  const common = useTranslations('common');
  const router = useRouter();
  const show = useToast();
  const { busy, problem, send, rest } = useSend();

  const undo =
    ({ path, ...options }: Order) =>
    async () => {
      const answer = await api(path, options);
      router.refresh();
      if (!answer.ok) show(answer.problem.code === 'offline' ? common('offline') : answer.problem.title);
    };
  const act = async <T = unknown>(
    { path, ...options }: Order,
    said: string | ((data: T) => string),
    back?: Order | ((data: T) => Order | undefined),
  ): Promise<{ data: T } | null> => {
    const answer = await send<T>(path, options);
    router.refresh();
    if (!answer) return null;
    rest();
    const order = typeof back === 'function' ? back(answer.data) : back;
    show(typeof said === 'function' ? said(answer.data) : said, order && undo(order));
    return answer;
  };
  return { busy, problem, act };
}
