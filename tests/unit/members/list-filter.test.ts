import { describe, expect, it } from 'vitest';
import { columnsFor, columnsOf, columnsQuery, defaultColumns } from '@/lib/members/columns';
import { isNarrowed, isSameView, memberFilter, memberQuery, viewQuery } from '@/lib/members/filter';

const round = (raw: Record<string, string>) => {
  const query = memberQuery(memberFilter(raw));
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
};

describe('the filter of the members’ list', () => {
  it('keeps everything that an address can say', () => {
    const raw = {
      view: 'away',
      search: 'belkasem',
      level: 'high',
      type: 'Annuel',
      state: 'suspended',
      kind: 'guest',
      consent: 'none',
      from: '2026-11-01',
      to: '2026-11-20',
      sort: 'name',
      columns: 'badge,phone',
      saved: 'ad11c83a-4691-cfcb-07e2-43901b75fbed',
      cursor: 'abc',
    };
    expect(round(raw)).toEqual(raw);
  });

  it.each<Record<string, string>>([
    { view: 'rich' },
    { level: 'none' },
    { state: "' or 1=1 --" },
    { kind: '__proto__' },
    { consent: 'all' },
    { from: '2026-02-30' },
    { to: 'yesterday' },
    { sort: 'match' },
    { sort: 'salary' },
    { columns: 'password,__proto__' },
    { saved: 'mine' },
    { search: '   ' },
  ])(
    'falls back to the plain list from $view$level$state$kind$consent$from$to$sort$columns$saved$search',
    (raw) => {
      expect(round(raw)).toEqual({});
    },
  );

  it('sorts a search by its best match until somebody chooses', () => {
    expect(memberFilter({ search: 'léa' }).sort).toBe('match');
    expect(memberFilter({ search: 'léa', sort: 'risk' })).toMatchObject({ sort: 'risk' });
    expect(round({ search: 'léa', sort: 'risk' })).toEqual({ search: 'léa', sort: 'risk' });
    expect(memberFilter({}).sort).toBe('risk');
  });

  it('cuts what is too long for the database', () => {
    expect(memberFilter({ search: 'x'.repeat(200) }).search).toHaveLength(100);
    expect(memberFilter({ type: 'x'.repeat(200) }).type).toHaveLength(80);
  });

  it('tells a narrowed list from a plain view', () => {
    expect(isNarrowed(memberFilter({ view: 'new', sort: 'name' }))).toBe(false);
    expect(isNarrowed(memberFilter({ to: '2026-01-01' }))).toBe(true);
  });
});

describe('saved views', () => {
  it('keep filter, sort and columns, and neither page nor origin', () => {
    const filter = memberFilter({
      view: 'away',
      sort: 'name',
      columns: 'ends',
      cursor: 'x',
      saved: crypto.randomUUID(),
    });
    expect(viewQuery(filter)).toEqual({ view: 'away', sort: 'name', columns: 'ends' });
  });

  it('are the same whatever the order of their parameters', () => {
    expect(isSameView({ view: 'new', sort: 'name' }, { sort: 'name', view: 'new' })).toBe(true);
    expect(isSameView({ view: 'new' }, { view: 'new', sort: 'name' })).toBe(false);
  });
});

describe('columns', () => {
  it('stand in the list’s order, and the usual ones need no parameter', () => {
    expect(columnsOf({ columns: 'phone,risk,nonsense' })).toEqual(['risk', 'phone']);
    expect(columnsQuery(['phone', 'risk'])).toBe('risk,phone');
    expect(columnsQuery(defaultColumns)).toBeUndefined();
  });

  it('offer phone and e-mail to those alone who may read them', () => {
    expect(columnsFor(false)).not.toEqual(expect.arrayContaining(['phone']));
    expect(columnsFor(true)).toEqual(expect.arrayContaining(['phone', 'email']));
  });
});
