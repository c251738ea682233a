'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Problem } from '@/lib/http/api';
import type { FileErrorCode, ImportKind } from '@/lib/members/import';
import { fileLimits } from '@/lib/members/import/limits';

/** What went wrong and what to do; takes the focus when it arrives. */
function Alert({ title, detail, more }: { title: string; detail: string; more?: string | undefined }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="grid gap-1 rounded-md bg-act-wash px-4 py-3">
      <p className="font-medium">{title}</p>
      <p className="text-ink-2">{detail}</p>
      {more && <p className="text-label break-all text-ink-2">{more}</p>}
    </div>
  );
}

/** A refusal of the server, in its words; one that is about imports in ours. */
export function ImportProblem({ problem }: { problem: Problem }) {
  const t = useTranslations('imports.problem');
  if (problem.code === 'offline') return <Alert title={t('offline')} detail={t('offlineDetail')} />;
  const detail = problem.code === 'conflict' ? t('running') : problem.detail;
  const more =
    problem.status >= 500 && problem.request_id ? `${t('request')} ${problem.request_id}` : undefined;
  return <Alert title={problem.title} detail={detail} more={more} />;
}

/** Why a file cannot be read, and what to do about it. */
export function FileProblem({
  code,
  line,
  kind,
}: {
  code: FileErrorCode;
  line: number | undefined;
  kind: ImportKind;
}) {
  const t = useTranslations('imports.fileError');
  const format = useFormatter();
  const rows = format.number(kind === 'visits' ? fileLimits.visits : fileLimits.rows);
  return (
    <Alert
      title={t('title')}
      detail={t(code, { rows })}
      more={line === undefined ? undefined : t('line', { line })}
    />
  );
}
