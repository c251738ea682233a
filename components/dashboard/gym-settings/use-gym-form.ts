'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState } from 'react';
import { useSend } from '@/components/auth/use-send';
import { useToast } from '@/components/ui/toasts';
import type { Held } from '@/lib/gym-settings';
import type { Problem } from '@/lib/http/api';
import { useLeaveWarning } from './use-leave-warning';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What is wrong with which field, in the reader's words; a field's element has the name as its id. */
export type Faults = Record<string, string>;

interface Shape<H extends Partial<Held>, F extends object> {
  gymId: string;
  /** The settings of this form as they are stored. */
  held: H;
  /** What the form shows of them. */
  fieldsOf: (held: H) => F;
  /** What is stored of the form. */
  heldOf: (fields: F) => H;
  /** What is wrong before anything is sent. */
  check?: (fields: F) => Faults;
  /** Said when it is saved. */
  said: string;
}

/**
 * One form of the settings: what is typed, whether that is saved, and what somebody else saved meanwhile. Only what was
 * changed is sent, with what it was when it was seen, so that nobody overwrites anybody unknowingly.
 */
export function useGymForm<H extends Partial<Held>, F extends object>(shape: Shape<H, F>) {
  const { gymId, held, fieldsOf, heldOf, check, said } = shape;
  const t = useTranslations('gymSettings');
  const errors = useTranslations('errors');
  const router = useRouter();
  const toast = useToast();
  const { busy, problem: refused, send, rest } = useSend();
  const [base, setBase] = useState(held);
  const [typed, setTyped] = useState(() => fieldsOf(held));
  const [faults, setFaults] = useState<Faults>({});
  const [isSettled, setSettled] = useState(false);
  const [takesTheirs, setTakesTheirs] = useState(false);

  if (!same(base, held)) {
    // Saved, here or elsewhere: what nobody is typing follows.
    const before = fieldsOf(base);
    const after = fieldsOf(held);
    setBase(held);
    setTyped(takesTheirs ? after : merged(typed, before, after));
    setTakesTheirs(false);
    // What is typed now stands beside their version: saving it again overwrites knowingly.
    setSettled(true);
  }

  const before = heldOf(fieldsOf(base));
  const now = heldOf(typed);
  const changed = (Object.keys(now) as (keyof H & string)[]).filter((key) => !same(now[key], before[key]));
  const isDirty = changed.length > 0;
  useLeaveWarning(isDirty && !busy, t('leave'));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSettled(false);
    const found = check?.(typed) ?? {};
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (!isDirty) {
      toast(t('nothing'));
      return;
    }
    const pick = (from: H) => Object.fromEntries(changed.map((key) => [key, from[key]]));
    const answer = await send('/api/dashboard/gym-settings', {
      method: 'PUT',
      body: { gym_id: gymId, seen: pick(base), changes: pick(now) },
    });
    if (!answer) return;
    rest();
    toast(said);
    router.refresh();
  };

  const isConflict = refused?.code === 'conflict' && !isSettled;
  // The same object from render to render: the summary takes the focus once, when it is new.
  const local = useMemo((): Problem | null => {
    const found = Object.keys(faults);
    if (found.length === 0) return null;
    const title = errors('invalid_input.title');
    const detail = errors('invalid_input.detail');
    return {
      status: 422,
      code: 'invalid_input',
      title,
      detail,
      errors: found.map((field) => ({ field, code: 'invalid' })),
    };
  }, [faults, errors]);
  const general = useMemo(() => (refused?.code === 'conflict' ? null : named(refused)), [refused]);
  const served = Object.fromEntries((general?.errors ?? []).map(({ field }) => [field, t('invalid.other')]));
  return {
    typed,
    change: (fields: Partial<F>) => setTyped((last) => ({ ...last, ...fields })),
    isDirty,
    busy,
    submit,
    problem: local ?? general,
    faults: local ? faults : served,
    conflict: isConflict
      ? {
          takeTheirs: () => {
            setTakesTheirs(true);
            router.refresh();
          },
          keepMine: () => router.refresh(),
        }
      : null,
  };
}
export type GymForm = ReturnType<typeof useGymForm>;

/** What was typed stays, what was not follows the newer value. */
function merged<F extends object>(typed: F, before: F, after: F): F {
  const keys = Object.keys(after) as (keyof F)[];
  return Object.assign(
    { ...typed },
    ...keys.filter((key) => same(typed[key], before[key])).map((key) => ({ [key]: after[key] })),
  );
}

/** The same refusal with the fields by the names that the form gives them. */
function named(problem: Problem | null): Problem | null {
  const fields = problem?.errors?.map(({ field, code }) => ({
    field: field.replace(/^changes\./, ''),
    code,
  }));
  return problem && fields ? { ...problem, errors: fields } : problem;
}
