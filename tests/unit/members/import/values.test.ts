import { describe, expect, it } from 'vitest';
import { parseDate, readDates } from '@/lib/members/import/parse-date';
import { properCase, readEmail, readPhone, splitName } from '@/lib/members/import/parse-person';
import { readAge, readMemberKind, readStatus } from '@/lib/members/import/parse-words';

const today = '2026-11-21';

describe('dates', () => {
  it.each<[string[], 'day' | 'month' | null]>([
    [['01/02/2024', '13/02/2024'], 'day'],
    [['01/02/2024', '02/13/2024'], 'month'],
    [['01/02/2024', '03/04/2024'], null],
    [['13/01/2024', '01/13/2024', '01/02/2024'], null],
    [['05/05/2024', '06/06/2023'], 'day'],
    [['01.02.2024'], 'day'],
    [['2024-02-01', '20240201'], 'day'],
    [['09/25/2023 18:04:11'], 'month'],
  ])('%j are told by the whole column', (values, order) => expect(readDates(values).order).toBe(order));

  it('asks with a value that reads both ways', () => {
    expect(readDates(['05/05/2024', '01/02/2024']).example).toBe('01/02/2024');
  });

  it.each<[string, string | null]>([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['1/2/2024', '2024-02-01'],
    ['01-02-24', '2024-02-01'],
    ['03.04.1970', '1970-04-03'],
    ['14/07/2001 00:00', '2001-07-14'],
    ['1999-07-07T00:00:00Z', '1999-07-07'],
    ['4-Jan-24', '2024-01-04'],
    ['3. marts 2022', '2022-03-03'],
    ['1er août 2020', '2020-08-01'],
    ['12 de enero de 2020', '2020-01-12'],
    ['March 3rd, 2022', '2022-03-03'],
    ['44927', '2023-01-01'],
    ['44927,5', '2023-01-01'],
    ['00/00/0000', ''],
    ['0000-00-00', ''],
    ['31/12/9999', ''],
    ['31/02/2024', null],
    ['hier', null],
    ['1776-07-04', null],
  ])('%s', (value, day) => expect(parseDate(value, 'member_since', 'day', today)).toBe(day));

  it('takes short years by what they are of', () => {
    expect(parseDate('01/02/40', 'birth_date', 'day', today)).toBe('1940-02-01');
    expect(parseDate('01/02/26', 'birth_date', 'day', today)).toBe('2026-02-01');
    expect(parseDate('01/02/27', 'birth_date', 'day', today)).toBe('1927-02-01');
    expect(parseDate('01/02/40', 'membership_ends_on', 'day', today)).toBe('2040-02-01');
    expect(parseDate('22/11/2026', 'birth_date', 'day', today)).toBeNull();
  });

  it('keeps to the order that was said', () => {
    expect(parseDate('01/02/2024', 'member_since', 'month', today)).toBe('2024-01-02');
    expect(parseDate('25/12/2024', 'member_since', 'month', today)).toBeNull();
  });
});

describe('words', () => {
  it.each([
    ['Résilié', false, false],
    ['EN COURS', true, false],
    ['Congelado', true, true],
    ['gekündigt', false, false],
    ['no_membership', false, false],
    ['1', true, false],
  ])('status %s', (word, is_active, membership_suspended) =>
    expect(readStatus(word)).toEqual({ is_active, membership_suspended }),
  );
  it('a status that nobody knows is none', () => expect(readStatus('VIP ++')).toBeNull());
  it.each([
    ['24 år', 24],
    ['24', 24],
    ['17 ans', 17],
    ['år', null],
    ['240', null],
  ])('age %s', (text, years) => expect(readAge(text)).toBe(years));
  it.each([
    ['Invité', 'guest'],
    ['Coach', 'staff'],
    ['Adhérent', 'member'],
    ['Gold', null],
  ])('kind %s', (word, kind) => expect(readMemberKind(word)).toBe(kind));
});

describe('people', () => {
  it.each([
    ['DE LA TOUR Gaël', false, 'Gaël', 'DE LA TOUR'],
    ['Dupont, Jean Paul', false, 'Jean Paul', 'Dupont'],
    ['Ana María Gil', false, 'Ana', 'María Gil'],
    ['Gil Ana', true, 'Ana', 'Gil'],
  ])('%s', (name, lastFirst, first, last) => expect(splitName(name, lastFirst)).toEqual({ first, last }));
  it('one word is no whole name', () => expect(splitName('Madonna', false)).toBeNull());
  it.each([
    ['JEAN-PAUL', 'Jean-Paul'],
    ["D'AUBIGNÉ", "D'Aubigné"],
    ['McAdam', 'McAdam'],
    ['ève', 'Ève'],
  ])('%s', (name, proper) => expect(properCase(name)).toBe(proper));
  it.each([
    ['MAILTO:A@Example.test', 'a@example.test'],
    ['a@b', null],
    ['a b@c.de', null],
    ['a@b.test, c@d.test', null],
  ])('%s', (text, email) => expect(readEmail(text)).toBe(email));
  it.each([
    ['06.39.98.00.01', true, '06.39.98.00.01'],
    ['639980001', true, '0639980001'],
    ['639980001', false, '639980001'],
    ['+33 6 39 98 00 01 / 01 02 03 04 05', true, '+33 6 39 98 00 01'],
    ['12', true, null],
    ['sur demande', true, null],
  ])('%s', (text, dialsZero, phone) => expect(readPhone(text, dialsZero)).toBe(phone));
});
