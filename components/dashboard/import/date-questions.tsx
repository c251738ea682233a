'use client';

import { useTranslations } from 'next-intl';
import { type DateOrder, parseDate } from '@/lib/members/import/parse-date';
import type { DateQuestion } from '@/lib/members/import/plan';
import type { ImportState } from './use-import';

const orders: DateOrder[] = ['day', 'month'];

/** Asks what an example means where a whole column of dates reads both ways; nothing is chosen beforehand. */
export function DateQuestions({
  questions,
  answers,
  onAnswer,
  dayOf,
}: {
  questions: DateQuestion[];
  answers: ImportState['answers'];
  onAnswer: (answers: ImportState['answers']) => void;
  /** A calendar day in words. */
  dayOf: (day: string) => string;
}) {
  const t = useTranslations('imports');
  return (
    <section className="grid gap-4">
      <h3 className="font-medium">{t('dates.title')}</h3>
      {questions.map(({ field, example }) => (
        <fieldset key={field} className="grid gap-1.5">
          <legend className="mb-1.5 text-ink-2">
            {t('dates.lead', { field: t(`field.${field}`), example })}
          </legend>
          <div className="flex flex-wrap gap-2">
            {orders.map((order) => {
              const day = parseDate(example, field, order, '9000-01-01');
              return (
                <label
                  key={order}
                  className="flex h-10 cursor-pointer items-center gap-2 rounded-md border border-control px-3 has-checked:border-ink max-md:h-12"
                >
                  <input
                    type="radio"
                    name={field}
                    checked={answers[field] === order}
                    onChange={() => onAnswer({ [field]: order })}
                  />
                  {day ? dayOf(day) : example}
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
