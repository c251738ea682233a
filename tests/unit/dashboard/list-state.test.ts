import { describe, expect, it } from 'vitest';
import { alertFilter, alertQuery } from '@/lib/alerts/filter';
import type { Alert } from '@/lib/alerts/schemas';
import { byDay, severityOf, telling } from '@/lib/alerts/severity';
import { conversationFilter } from '@/lib/conversations/filter';
import { memberFilter, memberQuery } from '@/lib/members/filter';
import { href, param, type RawParams, rowId } from '@/lib/utils/search-params';

describe('list state in the address', () => {
  it('survives the way from the address to the filter and back', () => {
    const raw = { view: 'at_risk', search: 'Nadia', level: 'high', sort: 'name', cursor: 'abc' };
    expect(href('/m', memberQuery(memberFilter(raw)))).toBe(
      '/m?view=at_risk&search=Nadia&level=high&sort=name&cursor=abc',
    );
  });

  it('leaves defaults out and falls back from nonsense', () => {
    expect(href('/m', memberQuery(memberFilter({ view: 'x', sort: '; drop', level: '' })))).toBe('/m');
    expect(href('/a', alertQuery(alertFilter({ tab: 'todo', type: 'nope' })))).toBe('/a');
  });

  it('changes and drops parameters of a link', () => {
    const query = { tab: 'mine', search: 'a&b', cursor: 'x' };
    expect(href('/a', query, { cursor: null, open: 'y' })).toBe('/a?tab=mine&search=a%26b&open=y');
  });

  it('takes only days that exist', () => {
    const filter = conversationFilter({ from: '2026-02-30', to: '2026-02-28', topic: 'a b', mood: 'angry' });
    expect(filter).toMatchObject({ from: undefined, to: '2026-02-28', topic: undefined, mood: undefined });
  });

  it('opens nothing that cannot be an id', () => {
    expect(rowId({ open: 'x' }, 'open')).toBeUndefined();
    expect(rowId({ open: ['ad11c83a-4691-cfcb-07e2-43901b75fbed', 'x'] }, 'open')).toBe(
      'ad11c83a-4691-cfcb-07e2-43901b75fbed',
    );
  });
});

describe('order of the inbox', () => {
  const alert = (id: string, type: Alert['type'], priority: Alert['priority'], created_at: string) =>
    ({ id, type, priority, created_at }) as Alert;

  it('goes by day, then act, watch, good, then age', () => {
    const rows = [
      alert('good', 'milestone', 'low', '2026-11-21T07:00:00Z'),
      alert('watch', 'equipment_issue', 'medium', '2026-11-21T06:00:00Z'),
      alert('act-young', 'churn_risk', 'high', '2026-11-21T09:00:00Z'),
      alert('yesterday', 'churn_risk', 'urgent', '2026-11-20T09:00:00Z'),
      alert('act-old', 'kiosk_offline', 'urgent', '2026-11-21T08:00:00Z'),
    ];
    const days = byDay(rows, (at) => at.slice(0, 10));
    expect(days.map(({ day, alerts }) => [day, ...alerts.map(({ id }) => id)])).toEqual([
      ['2026-11-21', 'act-old', 'act-young', 'watch', 'good'],
      ['2026-11-20', 'yesterday'],
    ]);
  });

  it('draws a milestone as good news whatever its priority', () => {
    expect(severityOf({ type: 'milestone', priority: 'high' })).toBe('good');
  });

  it('leaves out how little somebody comes when there is more to say', () => {
    const few = { code: 'low_engagement', params: {} };
    const away = { code: 'no_visit', params: { days: 20 } };
    expect(telling([few, away])).toEqual([away]);
    expect(telling([few])).toEqual([few]);
  });
});

it('takes no parameter from what an address like ?__proto__= makes an object inherit', () => {
  const raw = Object.create(['undefined']) as RawParams;
  expect(param(raw, 'sort')).toBeUndefined();
  expect(param(raw, '0')).toBeUndefined();
  expect(param({ sort: [{} as string] }, 'sort')).toBeUndefined();
});
