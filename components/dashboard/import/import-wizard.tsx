'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { ImportKind } from '@/lib/members/import';
import { cn } from '@/lib/utils/cn';
import { CheckStep, ImportCounts } from './check-step';
import { ChooseFile } from './choose-file';
import { ColumnsStep } from './columns-step';
import { FileProblem, ImportProblem } from './import-problem';
import { ImportWork } from './import-work';
import { UndoImport } from './undo-import';
import { type ImportGym, type ImportState, type Step, useImport } from './use-import';

const steps: Step[] = ['choose', 'columns', 'check', 'done'];

function Steps({ step }: { step: Step }) {
  const t = useTranslations('imports.steps');
  return (
    <ol
      aria-label={t('label')}
      className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line pb-3 text-label"
    >
      {steps.map((one, place) => (
        <li
          key={one}
          aria-current={one === step ? 'step' : undefined}
          className={cn(one === step ? 'font-medium' : 'text-ink-3')}
        >
          {place + 1}. {t(one)}
        </li>
      ))}
    </ol>
  );
}

/** From a file to members or their visits: choose, say what the columns are, see what would happen, agree. */
export function ImportWizard({ gym, kind }: { gym: ImportGym; kind: ImportKind }) {
  const { state, choose, map, check, run, stop, answer, back, restart } = useImport(gym, kind);
  const { step, work, file, fileError, problem } = state;
  const stage = useRef<HTMLDivElement>(null);
  const shown = work ? work.what : step;
  const last = useRef(shown);
  // The focus follows the step, so that a reader hears where it is.
  useEffect(() => {
    if (last.current !== shown && !fileError && !problem) stage.current?.focus();
    last.current = shown;
  }, [shown, fileError, problem]);
  return (
    <div className="grid gap-6">
      <Steps step={step} />
      {fileError && <FileProblem key={`${fileError.code} ${fileError.line}`} kind={kind} {...fileError} />}
      {problem && <ImportProblem key={problem.request_id} problem={problem} />}
      <div ref={stage} tabIndex={-1} className="outline-none">
        {work ? (
          <ImportWork work={work} name={file?.name ?? ''} onStop={stop} />
        ) : step === 'choose' ? (
          <ChooseFile kind={kind} onFile={choose} />
        ) : step === 'columns' && file ? (
          <ColumnsStep
            file={file}
            answers={state.answers}
            onMap={map}
            onAnswer={answer}
            onNext={check}
            onRestart={restart}
          />
        ) : step === 'check' && file && state.plan && state.preview ? (
          <CheckStep file={file} plan={state.plan} preview={state.preview} onRun={run} onBack={back} />
        ) : (
          state.result && (
            <Result kind={kind} result={state.result} name={file?.name ?? ''} onRestart={restart} />
          )
        )}
      </div>
    </div>
  );
}

function Result({
  kind,
  result,
  name,
  onRestart,
}: {
  kind: ImportKind;
  result: NonNullable<ImportState['result']>;
  name: string;
  onRestart: () => void;
}) {
  const t = useTranslations('imports.done');
  return (
    <div className="grid gap-6">
      <h2 className="text-head">{t(result.state)}</h2>
      {result.state === 'failed' && <p className="text-ink-2">{t('failedLead')}</p>}
      <ImportCounts kind={kind} counts={result} />
      <div className="flex flex-wrap items-center gap-3">
        <Button asChild tone="accent">
          <Link href="/dashboard/members">{t('see')}</Link>
        </Button>
        <Button onClick={onRestart}>{t('another')}</Button>
        <UndoImport id={result.id} kind={kind} name={name} onUndone={onRestart} />
      </div>
    </div>
  );
}
