'use client';

import { useCallback, useRef, useState } from 'react';
import { type NextStep, pathFor } from '@/lib/auth/gate';
import { api, type Problem } from '@/lib/http/api';

/** Opens a page as a new document, so that nothing of the sign-in before stays in the browser's memory. */
export const leaveFor = (path: string) => window.location.replace(path);

/** Goes on after a sign-in: to the step that a route answered, with the page that was wanted in mind. */
export const leaveForStep = (step: NextStep, wanted?: string) =>
  leaveFor(pathFor(step === 'dashboard' ? 'ready' : step, wanted));

/**
 * Sends one form at a time and keeps what became of it. A sign-in that has ended meanwhile leads to its page.
 * `busy` lasts after a yes too, because most forms then leave the page; one that stays calls `rest`.
 */
export function useSend() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const rest = useCallback(() => {
    running.current = false;
    setBusy(false);
  }, []);
  const send = useCallback(
    async <T>(path: `/api/${string}`, options: Parameters<typeof api>[1]): Promise<{ data: T } | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setProblem(null);
      const answer = await api<T>(path, options);
      if (answer.ok) return { data: answer.data };
      const { code } = answer.problem;
      if (code === 'unauthenticated' || code === 'mfa_required') {
        const here = window.location.pathname + window.location.search;
        leaveFor(pathFor(code === 'unauthenticated' ? 'ended' : 'mfa', here));
        return null;
      }
      rest();
      setProblem(answer.problem);
      return null;
    },
    [rest],
  );
  return { busy, problem, send, rest };
}
