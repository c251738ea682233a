'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { useSend } from '@/components/auth/use-send';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useToast } from '@/components/ui/toasts';
import type { Saved, StoredValues } from '@/lib/member';
import { type MemberField, memberFields } from '@/lib/member/choices';
import { ConflictPanel, type Side } from './conflict-panel';
import { DuplicatesNote } from './duplicates-note';
import { FormSections, type Health } from './form-sections';
import { changedFields, changesOf, type Typed, typedForm, typedOf, valueOf } from './form-state';
import { useDuplicates } from './use-duplicates';
import { useLeaveGuard } from './use-leave-guard';

interface Conflict {
  theirs: StoredValues;
  chosen: Partial<Record<MemberField, Side>>;
}

/**
 * All fields of a member, new or known. Says what is not saved yet, asks before it is left, warns of a person who is
 * there already, and where somebody else saved meanwhile shows both values.
 */
export function MemberForm({
  gymId,
  id,
  values,
  health,
  today,
}: {
  gymId: string;
  /** Left out for a new member. */
  id?: string;
  values: StoredValues;
  health: Health;
  today: string;
}) {
  const t = useTranslations('member.form');
  const router = useRouter();
  const toast = useToast();
  const { busy, problem, send, rest } = useSend();
  const [base, setBase] = useState(values);
  const [typed, setTyped] = useState<Typed>(() => typedForm(values));
  const [wrong, setWrong] = useState<string[]>([]);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isDone, setDone] = useState(false);
  const dirty = changedFields(base, typed);
  const question = useLeaveGuard(dirty.length > 0 && !isDone);
  const found = useDuplicates(gymId, id, typed);
  const back = id ? `/dashboard/members/${id}` : '/dashboard/members';

  const atFault = problem && {
    ...problem,
    errors: problem.errors?.map((one) => ({ ...one, field: one.field.split('.')[1] ?? one.field })) ?? [],
  };
  const faults = new Set([...wrong, ...(atFault?.errors.map(({ field }) => field) ?? [])]);
  const set = (field: MemberField, value: Typed[MemberField]) => {
    setTyped((before) => ({ ...before, [field]: value }));
    setWrong((before) => before.filter((one) => one !== field));
  };
  const leave = (name: string, to: string) => {
    setDone(true);
    rest();
    toast(t(id ? 'saved' : 'created', { name }));
    router.push(to);
    router.refresh();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const settled = settle();
    const order = changesOf(settled.base, settled.typed);
    const missing = (['first_name', 'last_name'] as const).filter(
      (field) => !String(settled.typed[field]).trim(),
    );
    const bad = [...order.wrong, ...missing];
    setWrong(bad);
    if (bad[0]) return document.getElementById(bad[0])?.focus();
    const name = `${String(settled.typed.first_name).trim()} ${String(settled.typed.last_name).trim()}`;
    if (!id) {
      const made = await send<{ id: string }>('/api/dashboard/members', {
        body: { gym_id: gymId, values: order.changes },
      });
      if (made) leave(name, `/dashboard/members/${made.data.id}`);
      return;
    }
    if (order.fields.length === 0) return leave(name, back);
    const body = { base: order.base, changes: order.changes };
    const answer = await send<Saved>(`/api/dashboard/members/${id}`, { method: 'PUT', body });
    if (!answer) return;
    if (answer.data.saved) return leave(name, back);
    rest();
    setConflict({ theirs: answer.data.theirs, chosen: {} });
  };

  /** Puts the choices of a conflict into the form, which from then on begins with what is stored now. */
  const settle = () => {
    if (!conflict) return { base, typed };
    const settled = { base: { ...base, ...conflict.theirs }, typed: { ...typed } };
    for (const field of memberFields)
      if (conflict.chosen[field] === 'theirs') settled.typed[field] = typedOf(field, conflict.theirs[field]);
    setBase(settled.base);
    setTyped(settled.typed);
    setConflict(null);
    return settled;
  };
  const mine = Object.fromEntries(memberFields.map((field) => [field, valueOf(field, typed[field]) ?? null]));
  const labels = Object.fromEntries(memberFields.map((field) => [field, t(`field.${field}`)]));
  return (
    <form onSubmit={submit} noValidate aria-busy={busy}>
      <DuplicatesNote found={found} />
      {atFault && (
        <div className="pb-6">
          <FormProblem problem={atFault} labels={labels} />
        </div>
      )}
      {conflict && (
        <ConflictPanel
          fields={memberFields.filter((field) => field in conflict.theirs)}
          theirs={conflict.theirs}
          mine={mine}
          chosen={conflict.chosen}
          onChoose={(field, side) =>
            setConflict({ ...conflict, chosen: { ...conflict.chosen, [field]: side } })
          }
          busy={busy}
        />
      )}
      <FormSections hold={{ typed, set, faults }} health={health} today={today} />
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-canvas px-4 py-3 max-md:bottom-15 md:-mx-8 md:px-8">
        <Button type="submit" tone="accent" aria-disabled={busy}>
          {busy ? t('saving') : t(id ? 'save' : 'create')}
        </Button>
        <Button asChild tone="quiet">
          <Link href={back} data-key="Escape">
            {t('cancel')} <Kbd>Esc</Kbd>
          </Link>
        </Button>
        <p aria-live="polite" className="text-label text-ink-2">
          {dirty.length > 0 && !busy && t('dirty')}
        </p>
      </div>
      {question}
    </form>
  );
}
