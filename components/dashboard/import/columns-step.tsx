'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ImportField } from '@/lib/members/import';
import { dateQuestions, missingFields } from '@/lib/members/import/plan';
import { ColumnTable } from './column-table';
import { DateQuestions } from './date-questions';
import type { OpenFile } from './open-file';
import type { ImportState } from './use-import';

/** What each column is, and which way its dates read where the file does not say. */
export function ColumnsStep({
  file,
  answers,
  onMap,
  onAnswer,
  onNext,
  onRestart,
}: {
  file: OpenFile;
  answers: ImportState['answers'];
  onMap: (place: number, field: ImportField | null) => void;
  onAnswer: (answers: ImportState['answers']) => void;
  onNext: () => void;
  onRestart: () => void;
}) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const [asked, setAsked] = useState(false);
  const missing = missingFields(file.mapping, file.kind);
  const questions = dateQuestions(file.table, file.mapping);
  const isOpen = questions.some(({ field }) => !answers[field]);
  const next = () => {
    setAsked(true);
    if (missing.length === 0 && !isOpen) onNext();
  };
  const wrong =
    missing.length > 0
      ? t('columns.missing', { fields: missing.map((field) => t(`field.${field}`)).join(t('columns.and')) })
      : isOpen
        ? t('dates.missing')
        : null;
  return (
    <div className="grid gap-6">
      <div>
        <h2 className="text-head">{t('columns.title')}</h2>
        <p className="mt-1 text-ink-2">
          {t('columns.lead', { count: file.table.rows.length, name: file.name })}{' '}
          {file.remembered && t('columns.remembered')}
        </p>
      </div>
      <ColumnTable file={file} onMap={onMap} />
      {questions.length > 0 && (
        <DateQuestions
          questions={questions}
          answers={answers}
          onAnswer={onAnswer}
          dayOf={(day) =>
            format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
          }
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button tone="accent" onClick={next} aria-describedby="import-wrong">
          {t('columns.next')}
        </Button>
        <Button tone="quiet" onClick={onRestart}>
          {t('columns.restart')}
        </Button>
        <p id="import-wrong" aria-live="polite" className="text-label text-act">
          {asked && wrong}
        </p>
      </div>
    </div>
  );
}
