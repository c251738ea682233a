'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { goals, type MemberField } from '@/lib/member/choices';
import type { Typed } from './form-state';

/** What every field of the form needs: what is typed, how to change it, and what is wrong with which. */
export interface FormHold {
  typed: Typed;
  set: (field: MemberField, value: Typed[MemberField]) => void;
  faults: ReadonlySet<string>;
}

const invalidKeys = [
  'first_name',
  'last_name',
  'email',
  'phone',
  'birth_date',
  'external_id',
  'member_since',
  'membership_ends_on',
  'workout_frequency_per_week',
  'height_cm',
  'current_weight_kg',
  'target_weight_kg',
] as const;
const helpKeys = [
  'external_id',
  'birth_date',
  'membership_ends_on',
  'membership_suspended',
  'is_active',
  'analysis_objection',
  'voice_preference',
] as const;

function useFieldWords(field: MemberField, faults: ReadonlySet<string>) {
  const t = useTranslations('member.form');
  const help = helpKeys.find((one) => one === field);
  const invalid = invalidKeys.find((one) => one === field);
  return {
    label: t(`field.${field}`),
    help: help && t(`help.${help}`),
    error: faults.has(field) ? t(`invalid.${invalid ?? 'other'}`) : undefined,
  };
}

type Shape = Pick<
  React.ComponentProps<typeof Field>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'max' | 'required' | 'autoFocus'
>;

export function TextLine({ field, hold, ...shape }: { field: MemberField; hold: FormHold } & Shape) {
  return (
    <Field
      id={field}
      name={field}
      {...useFieldWords(field, hold.faults)}
      autoComplete="off"
      {...shape}
      value={hold.typed[field] as string}
      onChange={(event) => hold.set(field, event.target.value)}
    />
  );
}

export function TextBlock({
  field,
  hold,
  maxLength,
}: {
  field: MemberField;
  hold: FormHold;
  maxLength: number;
}) {
  const { label, error } = useFieldWords(field, hold.faults);
  return (
    <div className="grid gap-1.5 sm:col-span-2">
      <label htmlFor={field} className="text-label font-medium">
        {label}
      </label>
      <textarea
        id={field}
        rows={3}
        maxLength={maxLength}
        value={hold.typed[field] as string}
        onChange={(event) => hold.set(field, event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${field}-note` : undefined}
        className="rounded-md border border-control bg-surface px-3 py-2 aria-invalid:border-act-fill max-md:text-[1rem]"
      />
      {error && (
        <p id={`${field}-note`} className="text-label text-act">
          {error}
        </p>
      )}
    </div>
  );
}

export function Choice({
  field,
  hold,
  options,
}: {
  field: MemberField;
  hold: FormHold;
  options: { value: string; label: string; lang?: string }[];
}) {
  const { label, help } = useFieldWords(field, hold.faults);
  return (
    <SelectField
      id={field}
      label={label}
      {...(help && { help })}
      options={options}
      value={hold.typed[field] as string}
      onChange={(event) => hold.set(field, event.target.value)}
    />
  );
}

export function Tick({ field, hold }: { field: MemberField; hold: FormHold }) {
  const { label, help } = useFieldWords(field, hold.faults);
  return (
    <div className="sm:col-span-2">
      <label className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
        <input
          id={field}
          type="checkbox"
          checked={hold.typed[field] === true}
          onChange={(event) => hold.set(field, event.target.checked)}
          aria-describedby={help ? `${field}-note` : undefined}
          className="size-4 accent-ink"
        />
        {label}
      </label>
      {help && (
        <p id={`${field}-note`} className="pl-6.5 text-label text-ink-3">
          {help}
        </p>
      )}
    </div>
  );
}

export function Goals({ hold }: { hold: FormHold }) {
  const t = useTranslations('member');
  const chosen = hold.typed.primary_goals as string[];
  return (
    <fieldset className="sm:col-span-2">
      <legend className="pb-1 text-label font-medium">{t('form.field.primary_goals')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {goals.map((goal) => (
          <label key={goal} className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
            <input
              type="checkbox"
              checked={chosen.includes(goal)}
              onChange={(event) =>
                hold.set(
                  'primary_goals',
                  event.target.checked ? [...chosen, goal] : chosen.filter((one) => one !== goal),
                )
              }
              className="size-4 accent-ink"
            />
            {t(`goal.${goal}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A block of the form: what it is about on the left, its fields on the right. */
export function FormSection({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-12 gap-y-4 border-t border-line py-6 lg:grid-cols-[14rem_minmax(0,34rem)]">
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="pt-1 text-label leading-5 text-ink-2">{text}</p>
      </div>
      <div className="grid content-start items-start gap-x-4 gap-y-5 sm:grid-cols-2">{children}</div>
    </section>
  );
}
