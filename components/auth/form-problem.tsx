'use client';

import { useTranslations } from 'next-intl';
import { lazy, type MouseEvent, Suspense, useEffect, useRef } from 'react';
import type { Problem } from '@/lib/http/api';

/** Seldom needed, so not a part of the sign-in's first load. */
const Wait = lazy(() => import('./wait').then((module) => ({ default: module.Wait })));

/** Whether the refusal names this field. */
export const isAtFault = (problem: Problem | null, field: string): boolean =>
  problem?.errors?.some((error) => error.field === field) ?? false;

function goTo(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/**
 * What a form answers when it is refused: what happened, what to do, links to the fields at fault, how long to wait.
 * @param labels the name of each field that can be at fault; a field's element has the same id
 * @param focus moves the focus here when a refusal arrives; left out where one field takes it
 */
export function FormProblem({
  problem,
  labels = {},
  focus = true,
}: {
  problem: Problem | null;
  labels?: Record<string, string>;
  focus?: boolean;
}) {
  const t = useTranslations('auth.problem');
  const common = useTranslations('common');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem && focus) ref.current?.focus();
  }, [problem, focus]);
  if (!problem) return null;
  const isOffline = problem.code === 'offline';
  const faults = Object.entries(labels).filter(([field]) => isAtFault(problem, field));
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="grid gap-1 rounded-md bg-act-wash px-4 py-3">
      <p className="font-medium">{isOffline ? common('offline') : problem.title}</p>
      <p className="text-ink-2">{isOffline ? common('offlineDetail') : problem.detail}</p>
      {faults.length > 0 && (
        <p>
          {t('fix')}{' '}
          {faults.map(([field, label], place) => (
            <span key={field}>
              {place > 0 && ', '}
              <a href={`#${field}`} onClick={goTo} className="link">
                {label}
              </a>
            </span>
          ))}
        </p>
      )}
      {problem.retry_after_s !== undefined && (
        <Suspense>
          <Wait key={problem.request_id} seconds={problem.retry_after_s} />
        </Suspense>
      )}
      {problem.status >= 500 && problem.request_id && (
        <p className="text-label text-ink-2">
          {t('request')} <code className="break-all select-all">{problem.request_id}</code>
        </p>
      )}
    </div>
  );
}
