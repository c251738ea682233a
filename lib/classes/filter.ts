import { day, oneOf, param, type RawParams, rowId } from '@/lib/utils/search-params';
import type { ClassDate, GymClass } from './schemas';

export const classViews = ['week', 'classes'] as const;

export interface ClassFilter {
  view: (typeof classViews)[number];
  /** A day of the week on screen; this week without one. */
  week: string | undefined;
  search: string | undefined;
  coach: string | undefined;
  room: string | undefined;
  /** Id of the date, or of the class, that is open beside the list. */
  open: string | undefined;
}

/** The page's state as the address holds it; what is not understood falls back to this week. */
export function classFilter(raw: RawParams): ClassFilter {
  return {
    view: oneOf(raw, 'view', classViews, 'week'),
    week: day(raw, 'week'),
    search: param(raw, 'search')?.slice(0, 100),
    coach: param(raw, 'coach')?.slice(0, 80),
    room: param(raw, 'room')?.slice(0, 80),
    open: rowId(raw, 'open'),
  };
}

/** The parameters of the address that stand for a filter, without the defaults and without what is open. */
export function classQuery({ view, week, search, coach, room }: ClassFilter) {
  return { view: view === 'week' ? undefined : view, week, search, coach, room };
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The classes or dates that a filter leaves; each word of the search is in the name, the coach or the room. */
export function filterClasses<T extends ClassDate | GymClass>(rows: T[], filter: ClassFilter): T[] {
  const words = fold(filter.search ?? '').split(/\s+/);
  return rows.filter((row) => {
    const text = fold(`${row.name} ${row.coach ?? ''} ${row.room ?? ''}`);
    return (
      (!filter.coach || row.coach === filter.coach) &&
      (!filter.room || row.room === filter.room) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** The values of one column, each once, in order. */
export function valuesOf(rows: (ClassDate | GymClass)[], column: 'coach' | 'room'): string[] {
  const values = new Set(rows.flatMap((row) => row[column] ?? []));
  return [...values].sort((a, b) => a.localeCompare(b));
}
