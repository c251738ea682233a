'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { FormProblem, isAtFault } from '@/components/auth/form-problem';
import { useAction } from '@/components/dashboard/shell/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';

export type PlateField = 'name' | 'city' | 'address' | 'phone' | 'timezone' | 'locale' | 'currency';
type Texts = Partial<Record<PlateField, string>>;

export interface PlateLine {
  field: PlateField;
  value: string;
  maxLength?: number;
  /** Makes it a choice. */
  options?: { value: string; label: string; lang?: string }[];
}

/** Dialogs of the same page have a name and a city too. */
const idOf = (field: string) => `plate-${field}`;

const helped = { timezone: 'timezoneHelp', currency: 'currencyHelp' } as const;

/**
 * The name plate of a franchise or a gym. What somebody else saved meanwhile is shown below each field that differs,
 * what was typed stays, and saving once more is the answer.
 */
export function PlateForm({
  path,
  version,
  lines,
}: {
  path: `/api/admin/${string}`;
  version: string;
  lines: PlateLine[];
}) {
  const t = useTranslations('admin');
  const { busy, problem, act } = useAction();
  const [edits, setEdits] = useState<Texts>({});
  /** The state of the page when the first of these edits was made. */
  const [since, setSince] = useState<{ version: string; values: Texts } | null>(null);
  /** They pressed save without a change. */
  const [isTold, setIsTold] = useState(false);
  const values: Texts = Object.fromEntries(lines.map(({ field, value }) => [field, value]));
  const changed = lines.filter(({ field, value }) => (edits[field]?.trim() ?? value) !== value);
  const isDirty = changed.length > 0;

  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);

  const isStale = problem?.code === 'conflict';

  const type = (field: PlateField, text: string) => {
    setSince((first) => first ?? { version, values });
    setEdits((before) => ({ ...before, [field]: text }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsTold(!isDirty);
    if (!isDirty) return;
    const wanted = Object.fromEntries(changed.map(({ field }) => [field, edits[field]?.trim()]));
    const former = Object.fromEntries(changed.map(({ field, value }) => [field, value]));
    // After a conflict the next try is made from what the page shows by then.
    const done = await act<{ updated_at: string }>(
      { path, method: 'PUT', body: { version: isStale ? version : (since?.version ?? version), ...wanted } },
      t('saved'),
      ({ updated_at }) => ({ path, method: 'PUT', body: { version: updated_at, ...former } }),
    );
    if (!done) return;
    setEdits({});
    setSince(null);
  };
  const told = problem && {
    ...problem,
    ...(isStale && { title: t('stale'), detail: t('staleDetail') }),
    ...(problem.errors && { errors: problem.errors.map((one) => ({ ...one, field: idOf(one.field) })) }),
  };
  const labels = Object.fromEntries(lines.map(({ field }) => [idOf(field), t(`field.${field}`)]));
  return (
    <form onSubmit={submit} noValidate aria-busy={busy} className="grid gap-4 pt-4">
      <FormProblem problem={told} labels={labels} />
      {lines.map(({ field, value, maxLength, options }) => {
        const shown = {
          id: idOf(field),
          name: field,
          label: t(`field.${field}`),
          value: edits[field] ?? value,
        };
        const isNew = edits[field] !== undefined && since !== null && since.values[field] !== value;
        const help = isNew
          ? t('staleNow', { value: value || t('none') })
          : field in helped
            ? t(`field.${helped[field as keyof typeof helped]}`)
            : undefined;
        return options ? (
          <SelectField
            key={field}
            {...shown}
            {...(help && { help })}
            options={options}
            onChange={({ target }) => type(field, target.value)}
          />
        ) : (
          <Field
            key={field}
            {...shown}
            help={help}
            maxLength={maxLength}
            autoComplete="off"
            onChange={({ target }) => type(field, target.value)}
            error={isAtFault(problem, field) ? t(`wrong.${field}`) : undefined}
          />
        );
      })}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" aria-disabled={busy}>
          {busy ? t('saving') : t('save')}
        </Button>
        <p aria-live="polite" className="text-label text-ink-2">
          {isDirty ? !busy && t('dirty') : isTold && t('unchanged')}
        </p>
      </div>
    </form>
  );
}
