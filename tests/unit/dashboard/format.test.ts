import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, formatOf } from '@/lib/utils/format';
import { dial, displayPhone } from '@/lib/utils/phone';

const now = new Date('2026-11-26T07:02:00Z');
const fr = formatOf('fr', 'Europe/Paris', now);

describe('format', () => {
  it('speaks the clock of the gym, not of the server', () => {
    expect(fr.time('2026-11-26T07:02:00Z')).toBe('8\u00a0h\u00a002');
    expect(formatOf('en', 'Europe/London', now).time('2026-11-26T07:02:00Z')).toBe('07:02');
    expect(fr.localDay('2026-11-25T23:30:00Z')).toBe('2026-11-26');
    expect(formatOf('es', 'Europe/Madrid', now).time('2026-03-29T01:30:00Z')).toBe('03:30');
  });

  it('shortens an age the older it gets', () => {
    expect(fr.age('2026-11-26T07:01:56Z', now)).toBe('4\u00a0s');
    expect(fr.age('2026-11-26T06:31:00Z', now)).toBe('31\u00a0min');
    expect(fr.age('2026-11-26T02:00:00Z', now)).toBe('5\u00a0h');
    expect(fr.age('2026-11-25T22:00:00Z', now)).toBe('mercredi');
    expect(fr.age('2026-11-09T08:00:00Z', now)).toBe('9\u00a0nov.');
  });

  it('names near days and keeps a day with its month', () => {
    expect(fr.moment('2026-11-25T07:00:00Z')).toBe('hier, 8\u00a0h\u00a000');
    expect(fr.calendarDay('2026-12-12')).toBe('12\u00a0décembre');
    expect(fr.calendarDay('2027-01-04')).toBe('4\u00a0janvier 2027');
    expect(fr.shortDay('2026-12-12')).toBe('12\u00a0déc. 2026');
  });

  it('writes figures as the reader does', () => {
    expect(fr.number(1842)).toBe('1\u202f842');
    expect(fr.percent(0.06)).toBe('6\u202f%');
    expect(fr.duration(68)).toBe('1\u00a0min\u00a008');
    expect(fr.duration(120)).toBe('2\u00a0min');
  });

  it('counts days across the change of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-10-25', -1)).toBe('2026-10-24');
  });
});

describe('phone', () => {
  it('reads French numbers in pairs and leaves others as they are', () => {
    expect(displayPhone('+33639987311')).toBe('06\u00a039\u00a098\u00a073\u00a011');
    expect(displayPhone('+34 600 000 000')).toBe('+34 600 000 000');
    expect(dial('06 39 98 73 11')).toBe('tel:0639987311');
  });
});
