import { describe, expect, it } from 'vitest';
import { slotWords, weekdayName } from '@/components/dashboard/classes/class-words';
import { classFilter, classQuery, filterClasses, valuesOf } from '@/lib/classes/filter';
import { classSchema, type GymClass } from '@/lib/classes/schemas';
import { href } from '@/lib/utils/search-params';

const one = (name: string, coach: string | null, room: string | null) => ({ name, coach, room }) as GymClass;
const classes = [
  one('Yoga doux', 'Éloïse', 'Salle 2'),
  one('Boxe', 'Karim', null),
  one('Yoga', 'Karim', 'Salle 2'),
];
const names = (raw: Record<string, string>) =>
  filterClasses(classes, classFilter(raw)).map(({ name }) => name);

describe('the filter of classes', () => {
  it('finds words anywhere, without accents, in any order', () => {
    expect(names({ search: 'eloise YOGA' })).toEqual(['Yoga doux']);
    expect(names({ search: 'salle yoga', coach: 'Karim' })).toEqual(['Yoga']);
    expect(names({ room: 'Salle 9' })).toEqual([]);
  });

  it('lists each coach and room once', () => {
    expect(valuesOf(classes, 'coach')).toEqual(['Éloïse', 'Karim']);
    expect(valuesOf(classes, 'room')).toEqual(['Salle 2']);
  });

  it('survives the way through the address, without what makes no sense', () => {
    const raw = { view: 'classes', week: '2026-11-23', search: 'yoga', coach: 'Karim', open: 'x' };
    const filter = classFilter(raw);
    expect(href('/c', classQuery(filter))).toBe('/c?view=classes&week=2026-11-23&search=yoga&coach=Karim');
    expect(filter.open).toBeUndefined();
    expect(href('/c', classQuery(classFilter({ view: 'month', week: '2026-02-30' })))).toBe('/c');
  });
});

describe('slots in words', () => {
  const slot = (weekday: number, starts: string) => ({ weekday, starts });

  it('puts days of one hour together', () => {
    const slots = [slot(1, '09:05'), slot(4, '09:05'), slot(6, '18:30')];
    expect(slotWords(slots, 'fr', 'tous les jours')).toBe(
      'lundi et jeudi, 9\u00a0h\u00a005 · samedi, 18\u00a0h\u00a030',
    );
    expect(slotWords(slots, 'en', 'every day')).toBe('Monday and Thursday, 09:05 · Saturday, 18:30');
  });

  it('says every day once', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => slot(weekday, '18:00'));
    expect(slotWords(week, 'es', 'todos los días')).toBe('todos los días, 18:00');
    expect(slotWords([], 'fr', 'tous les jours')).toBe('');
    expect(weekdayName(7, 'en', 'short')).toBe('Sun');
  });
});

describe('a class that is sent', () => {
  const body = {
    gym_id: 'ad11c83a-4691-4cfb-87e2-43901b75fbed',
    name: ' Yoga ',
    coach: null,
    room: null,
    minutes: 60,
    capacity: 9,
    slots: [],
  };
  it.each([
    ['name', ' '],
    ['minutes', 4],
    ['capacity', 1.5],
    ['slots', [{ weekday: 0, starts: '10:00' }]],
    ['slots', [{ weekday: 1, starts: '24:00' }]],
    ['gym_id', 'here'],
    ['price', 9],
  ])('is refused for its %s %j', (field, value) => {
    expect(classSchema.safeParse({ ...body, [field]: value }).success).toBe(false);
  });
  it('is trimmed', () => expect(classSchema.parse(body).name).toBe('Yoga'));
});
