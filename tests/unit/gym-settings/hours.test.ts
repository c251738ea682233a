import { describe, expect, it } from 'vitest';
import { copyDay, endsNextDay, problemsOf, storedWeek, type Week, weekOf } from '@/lib/gym-settings/hours';
import { readTime } from '@/lib/gym-settings/read-time';

const week = (days: Record<number, string[]>): Week =>
  Array.from({ length: 7 }, (_, day) =>
    (days[day] ?? []).map((span) => {
      const [open = '', close = ''] = span.split('-');
      return { open, close };
    }),
  );
const problems = (days: Record<number, string[]>) => Object.fromEntries(problemsOf(week(days)));

describe('opening hours of a form', () => {
  it.each([
    ['6', '06:00'],
    ['6h', '06:00'],
    ['6h30', '06:30'],
    ['6 h 30', '06:30'],
    ['06:30', '06:30'],
    ['6.30', '06:30'],
    ['630', '06:30'],
    ['2230', '22:30'],
    ['24:00', '00:00'],
    ['24:30', ''],
    ['25', ''],
    ['6:60', ''],
    ['six', ''],
    ['', ''],
    ['6:3', ''],
  ])('reads “%s” as “%s”', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it('shows midnight as 00:00 and stores it as 24:00, in the order of the hours', () => {
    const stored = [
      { weekday: 1, open: '14:00', close: '24:00' },
      { weekday: 1, open: '06:00', close: '12:00' },
      { weekday: 7, open: '22:00', close: '02:00' },
    ];
    const shown = weekOf(stored);
    expect(shown[0]).toEqual([
      { open: '06:00', close: '12:00' },
      { open: '14:00', close: '00:00' },
    ]);
    expect(storedWeek(shown)).toEqual([stored[1], stored[0], stored[2]]);
    expect(storedWeek(week({ 0: ['8-12h30'] }))).toEqual([{ weekday: 1, open: '08:00', close: '12:30' }]);
  });

  it('knows which span goes on after midnight', () => {
    expect(endsNextDay({ open: '18:00', close: '02:00' })).toBe(true);
    expect(endsNextDay({ open: '18:00', close: '00:00' })).toBe(false);
    expect(endsNextDay({ open: '06:00', close: '22:00' })).toBe(false);
    expect(endsNextDay({ open: '06:00', close: '' })).toBe(false);
  });

  it.each([
    ['spans that touch', { 0: ['06:00-12:00', '12:00-22:00'] }, {}],
    ['a missing time', { 0: ['-12:00', '14:00-'] }, { '0.0': 'open', '0.1': 'close' }],
    ['spans that overlap', { 2: ['06:00-12:30', '12:00-22:00'] }, { '2.1': 'overlap' }],
    ['the same span twice', { 2: ['06:00-12:00', '06:00-12:00'] }, { '2.0': 'overlap', '2.1': 'overlap' }],
    ['a night into the next day', { 4: ['18:00-02:00'], 5: ['01:00-12:00'] }, { '5.0': 'overlap' }],
    ['a night that ends when the day begins', { 4: ['18:00-02:00'], 5: ['02:00-12:00'] }, {}],
    ['Sunday’s night into Monday', { 0: ['00:00-08:00'], 6: ['20:00-01:00'] }, { '0.0': 'overlap' }],
    ['open all day, every day', { 0: ['00:00-00:00'], 1: ['00:00-00:00'], 6: ['00:00-00:00'] }, {}],
  ])('%s', (_, days, found) => {
    expect(problems(days)).toEqual(found);
  });

  it('copies a day without tying the days together', () => {
    const copied = copyDay(week({ 0: ['06:00-22:00'] }), 0, [1, 2]);
    expect(copied[2]).toEqual([{ open: '06:00', close: '22:00' }]);
    expect(copied[2]).not.toBe(copied[0]);
    expect(copied[3]).toEqual([]);
  });
});
