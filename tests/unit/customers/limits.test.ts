import { describe, expect, it } from 'vitest';
import { customerFilter, customerQuery } from '@/lib/customers/filter';
import { limitKinds, tooSmall, usageOf } from '@/lib/customers/limits';

const customer = {
  usage: { gyms: 2, kiosks: 3, conversations: 2400, budget: 12.5 },
  limits: { gyms: 2, kiosks: 4, conversations: 3000, budget: null },
};

describe('how much of a plan is used', () => {
  it.each([
    ['gyms', { used: 2, most: 2, share: 1, state: 'full', unit: 'count', monthly: false }],
    ['kiosks', { used: 3, most: 4, share: 0.75, state: 'free', unit: 'count', monthly: false }],
    ['conversations', { used: 2400, most: 3000, share: 0.8, state: 'near', unit: 'count', monthly: true }],
    ['budget', { used: 12.5, most: null, share: null, state: 'free', unit: 'usd', monthly: true }],
  ] as const)('%s', (kind, use) => expect(usageOf(customer, kind)).toEqual({ kind, ...use }));

  it('never shows more than all of it', () => {
    const over = { ...customer, usage: { ...customer.usage, kiosks: 9 } };
    expect(usageOf(over, 'kiosks')).toMatchObject({ share: 1, state: 'full' });
  });

  it('knows each limit that the database knows', () => {
    expect([...limitKinds].sort()).toEqual(['budget', 'conversations', 'gyms', 'kiosks']);
    expect(() => usageOf(customer, 'members' as never)).toThrow('members');
  });
});

describe('a smaller plan', () => {
  const plan = { plan: 'starter', gyms: 1, kiosks: 3, conversations: 10, budget: 1 } as const;
  it('is too small for places that are there, not for what a month has used', () => {
    expect(tooSmall(plan, customer)).toEqual(['gyms']);
    expect(tooSmall({ ...plan, gyms: null, kiosks: 2 }, customer)).toEqual(['kiosks']);
    expect(tooSmall({ ...plan, gyms: 2 }, customer)).toEqual([]);
  });
});

describe('the list’s address', () => {
  it('holds its filters, and nothing that it does not know', () => {
    const raw = { search: ' nord ', state: 'trial', plan: 'gold', kind: 'gym', sort: 'newest', role: 'x' };
    const filter = customerFilter(raw);
    expect(filter).toMatchObject({ search: 'nord', state: 'trial', plan: undefined, kind: 'gym' });
    expect(customerQuery(filter)).toEqual({
      search: 'nord',
      state: 'trial',
      plan: undefined,
      kind: 'gym',
      sort: 'newest',
      cursor: undefined,
    });
    expect(customerQuery(customerFilter({})).sort).toBeUndefined();
  });
});
