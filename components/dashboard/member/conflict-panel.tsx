'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import type { StoredValues } from '@/lib/member';
import type { MemberField } from '@/lib/member/choices';
import { valueWords } from './field-value';
import { useFieldVoice } from './use-field-voice';

export type Side = 'theirs' | 'mine';

/** Both values of each field that somebody else changed meanwhile, to choose from; nothing of either is lost. */
export function ConflictPanel({
  fields,
  theirs,
  mine,
  chosen,
  onChoose,
  busy,
}: {
  fields: MemberField[];
  theirs: StoredValues;
  mine: StoredValues;
  chosen: Partial<Record<MemberField, Side>>;
  onChoose: (field: MemberField, side: Side) => void;
  busy: boolean;
}) {
  const voice = useFieldVoice();
  const { t } = voice;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="mb-6 grid gap-4 rounded-lg bg-watch-wash px-4 py-4">
      <div>
        <p className="font-medium">{t('conflict.title')}</p>
        <p className="text-ink-2">{t('conflict.text')}</p>
      </div>
      {fields.map((field) => (
        <fieldset key={field} className="grid gap-2">
          <legend className="pb-1.5 text-label font-medium">{t(`form.field.${field}`)}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {(['theirs', 'mine'] as const).map((side) => (
              <label
                key={side}
                htmlFor={`conflict-${field}-${side}`}
                className="grid cursor-pointer grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 rounded-md border border-line-strong bg-surface px-3 py-2 has-checked:border-ink"
              >
                <input
                  id={`conflict-${field}-${side}`}
                  type="radio"
                  name={`conflict-${field}`}
                  checked={(chosen[field] ?? 'mine') === side}
                  onChange={() => onChoose(field, side)}
                  className="mt-0.5 size-4 accent-ink"
                />
                <span className="text-label leading-5 text-ink-2">{t(`conflict.${side}`)}</span>
                <span className="col-start-2 break-words">
                  {valueWords(field, side === 'theirs' ? theirs[field] : mine[field], voice)}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <Button type="submit" className="w-fit" aria-disabled={busy}>
        {t('conflict.save')}
      </Button>
    </div>
  );
}
