'use client';

import { useTranslations } from 'next-intl';
import { FormProblem } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { StatusShape } from '@/components/ui/status-shape';

export interface AlertLine {
  id: string;
  words: string;
  /** "depuis hier, 8 h 02", and who took it up. */
  since: string;
  isTaken: boolean;
}

function Line({ line, mayAct }: { line: AlertLine; mayAct: boolean }) {
  const t = useTranslations('costs.alert');
  const { busy, problem, act } = useAction();
  const order = (action: 'acknowledge' | 'resolve' | 'reopen') => ({
    path: `/api/admin/platform-alerts/${line.id}` as const,
    method: 'PUT' as const,
    body: { action },
  });
  return (
    <li className="grid gap-2 border-b border-line py-2.5" aria-busy={busy}>
      <FormProblem problem={problem} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 items-baseline gap-2.5">
          <StatusShape status={line.isTaken ? 'watch' : 'act'} className="relative top-px" />
          <p className="min-w-0">
            {line.words} <span className="text-label text-ink-3">{line.since}</span>
          </p>
        </div>
        {mayAct && (
          <div className="flex gap-2">
            {!line.isTaken && (
              <Button
                size="bar"
                className="max-md:h-11"
                onClick={() => void act(order('acknowledge'), t('taken'), order('reopen'))}
              >
                {t('take')}
              </Button>
            )}
            <Button
              size="bar"
              className="max-md:h-11"
              onClick={() => void act(order('resolve'), t('closed'), order('reopen'))}
            >
              {t('close')}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

/** What the platform has been told and nobody has closed. */
export function PlatformAlerts({ lines, mayAct }: { lines: AlertLine[]; mayAct: boolean }) {
  const t = useTranslations('costs.alert');
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="platform-alerts" className="pt-5">
      <h2 id="platform-alerts" className="border-b border-line pb-1.5 font-semibold">
        {t('title')}
      </h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} mayAct={mayAct} />
        ))}
      </ul>
    </section>
  );
}
