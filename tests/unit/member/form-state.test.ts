import { describe, expect, it } from 'vitest';
import {
  changedFields,
  changesOf,
  typedForm,
  valueOf,
} from '../../../components/dashboard/member/form-state.ts';
import { yearsBetween } from '../../../components/dashboard/member/years-between.ts';

const stored = {
  first_name: 'Ana',
  last_name: 'Fictive',
  phone: null,
  is_active: true,
  primary_goals: ['endurance', 'wellbeing'],
  current_weight_kg: 61.5,
};

describe('the form of a member', () => {
  it('begins unchanged, whatever the member has or lacks', () => {
    expect(changedFields(stored, typedForm(stored))).toEqual([]);
    expect(changedFields({}, typedForm({}))).toEqual([]);
  });

  it('sends what changed, with what stood there before', () => {
    const typed = {
      ...typedForm(stored),
      phone: ' 06 39 98 00 01 ',
      is_active: false,
      current_weight_kg: '60,5',
    };
    expect(changesOf(stored, typed)).toEqual({
      fields: ['phone', 'is_active', 'current_weight_kg'],
      wrong: [],
      changes: { phone: '06 39 98 00 01', is_active: false, current_weight_kg: 60.5 },
      base: { phone: null, is_active: true, current_weight_kg: 61.5 },
    });
  });

  it('takes an emptied field for none, spaces and the order of goals for no change', () => {
    const typed = { ...typedForm(stored), first_name: 'Ana ', primary_goals: ['wellbeing', 'endurance'] };
    expect(changedFields(stored, typed)).toEqual([]);
    expect(valueOf('membership_type', '  ')).toBeNull();
    expect(valueOf('height_cm', '')).toBeNull();
  });

  it('names the numbers that are none', () => {
    const typed = { ...typedForm(stored), height_cm: 'grande' };
    expect(changesOf(stored, typed).wrong).toEqual(['height_cm']);
  });
});

it.each([
  ['2008-11-22', '2026-11-21', 17],
  ['2008-11-21', '2026-11-21', 18],
  ['2008-02-29', '2026-02-28', 17],
])('somebody born on %s is on %s %d years old', (born, today, years) => {
  expect(yearsBetween(born, today)).toBe(years);
});
