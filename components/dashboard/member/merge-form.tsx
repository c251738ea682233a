'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toasts';
import type { MergeSide } from '@/lib/member';
import { type MemberField, memberFields } from '@/lib/member/choices';
import { valueWords } from './field-value';
import { useFieldVoice } from './use-field-voice';

type Side = 'keep' | 'drop';
const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const nameOf = ({ values }: MergeSide) => `${values.first_name} ${values.last_name}`;

/** Both rows side by side; where they differ one value is chosen, at first the kept row's unless it has none. */
export function MergeForm({ keep, drop }: { keep: MergeSide; drop: MergeSide }) {
  const voice = useFieldVoice();
  const { t } = voice;
  const router = useRouter();
  const toast = useToast();
  const { busy, problem, send, rest } = useSend();
  const differing = memberFields.filter(
    (field) =>
      field !== 'analysis_objection' &&
      (field in keep.values || field in drop.values) &&
      JSON.stringify(keep.values[field] ?? null) !== JSON.stringify(drop.values[field] ?? null),
  );
  const [chosen, setChosen] = useState<Partial<Record<MemberField, Side>>>(() =>
    Object.fromEntries(
      differing.map((field) => [
        field,
        isEmpty(keep.values[field]) && !isEmpty(drop.values[field]) ? 'drop' : 'keep',
      ]),
    ),
  );
  const sides = { keep, drop };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const taken = differing.filter((field) => chosen[field] === 'drop');
    const values = Object.fromEntries(taken.map((field) => [field, drop.values[field] ?? null]));
    const body = { drop_id: drop.id, values };
    if (!(await send(`/api/dashboard/members/${keep.id}/merge`, { body }))) return;
    rest();
    const name = ['first_name', 'last_name']
      .map((field) => sides[chosen[field as MemberField] ?? 'keep'].values[field])
      .join(' ');
    toast(t('merging.done', { name }));
    router.push(`/dashboard/members/${keep.id}`);
    router.refresh();
  };
  const shown = problem?.code === 'conflict' ? { ...problem, detail: t('merging.gone') } : problem;
  return (
    <form onSubmit={submit} aria-busy={busy} className="grid gap-5">
      <FormProblem problem={shown} />
      <div className="flex flex-wrap gap-2">
        <Button asChild size="bar" className="max-md:h-11">
          <Link href={`/dashboard/members/${drop.id}/merge?with=${keep.id}`}>{t('merging.swap')}</Link>
        </Button>
        <Button asChild size="bar" tone="quiet" className="max-md:h-11">
          <Link href={`/dashboard/members/${keep.id}/merge`}>{t('merging.other')}</Link>
        </Button>
      </div>
      <div className="grid grid-cols-2 gap-x-3 border-b border-line pb-3 sm:grid-cols-[11rem_1fr_1fr]">
        <span className="max-sm:hidden" />
        {(['keep', 'drop'] as const).map((side) => (
          <div key={side} className="min-w-0">
            <p className="text-label text-ink-2">{t(`merging.${side}`)}</p>
            <p className="font-semibold break-words">{nameOf(sides[side])}</p>
            <p className="text-label text-ink-2">
              {t('merging.counts', {
                visits: sides[side].counts.visits,
                notes: sides[side].counts.notes ?? 0,
              })}
            </p>
          </div>
        ))}
      </div>
      {differing.length === 0 && <p className="text-ink-2">{t('merging.same')}</p>}
      {differing.map((field) => (
        <fieldset
          key={field}
          className="grid grid-cols-2 items-start gap-x-3 gap-y-1.5 sm:grid-cols-[11rem_1fr_1fr]"
        >
          <legend className="sr-only">{t(`form.field.${field}`)}</legend>
          <span aria-hidden className="pt-2 text-ink-2 max-sm:col-span-2 max-sm:pt-0 max-sm:text-label">
            {t(`form.field.${field}`)}
          </span>
          {(['keep', 'drop'] as const).map((side) => (
            <label
              key={side}
              className="flex min-w-0 cursor-pointer items-start gap-2.5 rounded-md border border-line-strong bg-surface px-3 py-2 has-checked:border-ink"
            >
              <input
                type="radio"
                name={field}
                checked={chosen[field] === side}
                onChange={() => setChosen({ ...chosen, [field]: side })}
                className="mt-0.5 size-4 shrink-0 accent-ink"
              />
              <span className="min-w-0 break-words">
                {valueWords(field, sides[side].values[field], voice)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="border-t border-line pt-4">
        <Button type="submit" tone="accent" aria-disabled={busy}>
          {busy ? t('merging.busy') : t('merging.submit')}
        </Button>
      </div>
    </form>
  );
}
