import type { StoredValues } from '@/lib/member';
import { type MemberField, memberFields } from '@/lib/member/choices';

/** What stands in the form: texts as typed, ticks, and the goals that are chosen. */
export type Typed = Record<MemberField, string | boolean | string[]>;
type Value = StoredValues[string];

const numbers = new Set<MemberField>([
  'workout_frequency_per_week',
  'height_cm',
  'current_weight_kg',
  'target_weight_kg',
]);
const ticks = new Set<MemberField>(['membership_suspended', 'is_active', 'analysis_objection']);

const blank: Partial<Typed> = { is_active: true, member_kind: 'member' };

/** A stored value as the form shows it. */
export function typedOf(field: MemberField, value: Value | undefined): Typed[MemberField] {
  if (field === 'primary_goals') return Array.isArray(value) ? value : [];
  if (ticks.has(field)) return value === undefined ? blank[field] === true : value === true;
  return value === undefined || value === null ? ((blank[field] as string | undefined) ?? '') : String(value);
}

/** The form of a member, or with nothing that of a new one. */
export function typedForm(values: StoredValues): Typed {
  return Object.fromEntries(memberFields.map((field) => [field, typedOf(field, values[field])])) as Typed;
}

/** What a field's entry is as a value; `undefined` for a number that is none. */
export function valueOf(field: MemberField, typed: Typed[MemberField]): Value | undefined {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (!numbers.has(field)) return text || null;
  if (!text) return null;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

const same = (one: Typed[MemberField], other: Typed[MemberField]) =>
  Array.isArray(one) && Array.isArray(other)
    ? one.toSorted().join() === other.toSorted().join()
    : typeof one === 'string' && typeof other === 'string'
      ? one.trim() === other.trim()
      : one === other;

/** The fields that differ from what the form began with. */
export function changedFields(base: StoredValues, typed: Typed): MemberField[] {
  return memberFields.filter((field) => !same(typedOf(field, base[field]), typed[field]));
}

/** What is sent: the changed fields and what each had before; `wrong` are numbers that are none. */
export function changesOf(base: StoredValues, typed: Typed) {
  const fields = changedFields(base, typed);
  const wrong = fields.filter((field) => valueOf(field, typed[field]) === undefined);
  const pick = (read: (field: MemberField) => Value | undefined) =>
    Object.fromEntries(fields.map((field) => [field, read(field) ?? null]));
  return {
    fields,
    wrong,
    changes: pick((field) => valueOf(field, typed[field])),
    base: pick((field) => base[field]),
  };
}
