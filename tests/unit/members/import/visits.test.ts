import { describe, expect, it } from 'vitest';
import { guessColumns, sourceFingerprint } from '@/lib/members/import/guess-columns';
import { readMoment, readTime } from '@/lib/members/import/parse-time';
import { dateQuestions, missingFields, planVisits } from '@/lib/members/import/plan';
import { readTable } from '@/lib/members/import/read-table';
import { makeXlsx } from '../../../support/make-xlsx.ts';

const table = (...lines: string[]) => readTable(new TextEncoder().encode(lines.join('\n')));
const options = { today: '2026-11-21', timeZone: 'Europe/Paris', answers: {} };

/** Every row of a file as it would be sent. */
async function visits(...lines: string[]) {
  const read = await table(...lines);
  const mapping = guessColumns(read, 'visits').map(({ field }) => field);
  return { mapping, ...planVisits(read, mapping, options) };
}

describe('columns of a list of visits', () => {
  it.each([
    [
      'Id client;Nom;Prénom;Date de passage;Heure de passage;Heure de sortie;Salle',
      'C1;Roux;Ana;13/10/2026;18:05;19:20;Lyon',
      ['external_id', 'last_name', 'first_name', 'visit_day', 'visit_time', 'left_time', 'not_kept'],
    ],
    [
      'Member ID,Check In,Check Out,Membership,Email',
      'M1,2026-10-13 18:05,2026-10-13 19:20,Gold,ana@example.test',
      ['external_id', 'visit_day', 'left_time', 'not_kept', 'email'],
    ],
    ['Badge;Horodatage', '0013961168;13/10/2026 18:05:33', ['badge', 'visit_day']],
    [
      'Número de socio;Fecha de acceso;Hora;Teléfono',
      'S1;13/10/2026;18:05;600000000',
      ['external_id', 'visit_day', 'visit_time', 'not_kept'],
    ],
    [
      'Adhérent;Né le;Entrée',
      'Ana Roux;01/02/1990;13/10/2026 18h05',
      ['full_name', 'birth_date', 'visit_day'],
    ],
    ['medlemsnr;Dato;Klokkeslæt', '7;13-10-2026;18.05', ['external_id', 'visit_day', 'visit_time']],
    ['N° adhérent;x;y', 'A1;13/10/2026 18:05;z', ['external_id', 'visit_day', null]],
  ])('%s', async (header, row, fields) => {
    expect((await visits(header, row)).mapping).toEqual(fields);
  });

  it('are remembered apart from those of members', () => {
    expect(sourceFingerprint(['Id', 'Date'], 'visits')).not.toBe(sourceFingerprint(['Id', 'Date']));
  });

  it('need a day, and one way to tell who came', () => {
    expect(missingFields(['badge', 'visit_day'], 'visits')).toEqual([]);
    expect(missingFields(['full_name', 'birth_date', 'visit_day'], 'visits')).toEqual([]);
    expect(missingFields(['full_name', 'visit_day'], 'visits')).toEqual(['external_id']);
    expect(missingFields(['email'], 'visits')).toEqual(['visit_day']);
  });
});

describe('times', () => {
  it.each([
    ['18:05', '18:05:00'],
    ['8h05', '08:05:00'],
    ['18 h 05', '18:05:00'],
    ['18.05', '18:05:00'],
    ['6:05 PM', '18:05:00'],
    ['12:30 a.m.', '00:30:00'],
    ['13/10/2026 18:05:33', '18:05:33'],
    ['2026-10-13T18:05:33.250', '18:05:33'],
    ['0.75', '18:00:00'],
    ['45935,5', '12:00:00'],
    ['25:00', null],
    ['13:05 pm', null],
    ['18:75', null],
    ['bientôt', null],
    ['13/10/2026', null],
  ])('%s is %s', (text, time) => expect(readTime(text)).toBe(time));

  it('that name their zone are put into the gym’s, through both clock changes', () => {
    expect(readMoment('2026-10-13T16:05:00Z', 'Europe/Paris')).toEqual({
      day: '2026-10-13',
      time: '18:05:00',
    });
    expect(readMoment('2026-10-24T23:30:00+00:00', 'Europe/Paris')).toEqual({
      day: '2026-10-25',
      time: '01:30:00',
    });
    expect(readMoment('2026-10-25 01:30:00Z', 'Europe/Paris')).toEqual({
      day: '2026-10-25',
      time: '02:30:00',
    });
    expect(readMoment('2026-03-29T01:30:00Z', 'Europe/Paris')).toEqual({
      day: '2026-03-29',
      time: '03:30:00',
    });
    expect(readMoment('2026-10-13 18:05', 'Europe/Paris')).toBeNull();
  });
});

describe('rows of a list of visits', () => {
  it('say who and when', async () => {
    const { rows, bad } = await visits(
      'N° adhérent;Badge;E-mail;Nom complet;Naissance;Passage;Sortie',
      'A1;;;;;13/10/2026 18:05;19:30',
      ';0013961168;;;;13/10/2026;',
      ';;ANA@example.test;;;14/10/2026 8h05;',
      ';;;ana roux;13/02/1990;15/10/2026 8h05;',
    );
    expect(bad).toEqual([]);
    expect(rows).toEqual([
      { row: 2, external_id: 'A1', day: '2026-10-13', at_time: '18:05:00', left_time: '19:30:00' },
      { row: 3, badge: '0013961168', day: '2026-10-13' },
      { row: 4, email: 'ana@example.test', day: '2026-10-14', at_time: '08:05:00' },
      {
        row: 5,
        first_name: 'Ana',
        last_name: 'Roux',
        birth_date: '1990-02-13',
        day: '2026-10-15',
        at_time: '08:05:00',
      },
    ]);
  });

  it('are told as bad by row, column and code', async () => {
    const { rows, bad } = await visits(
      'N° adhérent;Nom;Prénom;Date;Heure',
      'A1;;;13/10/2026;18:05',
      ';Roux;Ana;13/10/2026;18:05',
      'A2;;;31/02/2026;18:05',
      'A3;;;22/11/2026;18:05',
      'A4;;;13/10/2026;26:00',
      'A1;;;13/10/2026;18:05:00',
      '1,2E+10;;;13/10/2026;18:05',
      'A5;;;;18:05',
      'A6;;;13/10/1889;18:05',
    );
    expect(rows.map(({ row }) => row)).toEqual([2]);
    expect(bad.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
      '3 external_id no_member',
      '4 visit_day date_invalid',
      '5 visit_day date_future',
      '6 visit_time time_invalid',
      '7 visit_day duplicate_visit',
      '8 external_id scientific',
      '9 visit_day date_invalid',
      '10 visit_day date_invalid',
    ]);
  });

  it('whose days read both ways are asked about', async () => {
    const read = await table('Id;Date', 'A1;05/10/2026 18:05', 'A2;06/10/2026 18:05');
    const mapping = guessColumns(read, 'visits').map(({ field }) => field);
    expect(dateQuestions(read, mapping)).toEqual([{ field: 'visit_day', example: '05/10/2026 18:05' }]);
    const first = (order: 'day' | 'month') =>
      planVisits(read, mapping, { ...options, answers: { visit_day: order } }).rows[0]?.day;
    expect([first('day'), first('month')]).toEqual(['2026-10-05', '2026-05-10']);
  });

  it('of a spreadsheet keep their times, to the second', async () => {
    const read = await readTable(
      Uint8Array.from(
        makeXlsx([
          ['Id', 'Passage'],
          ['A1', new Date('2026-10-13T18:05:33Z')],
          ['A2', new Date('2026-10-13T00:00:00Z')],
        ]),
      ),
    );
    const mapping = guessColumns(read, 'visits').map(({ field }) => field);
    expect(planVisits(read, mapping, options).rows).toEqual([
      { row: 2, external_id: 'A1', day: '2026-10-13', at_time: '18:05:33' },
      { row: 3, external_id: 'A2', day: '2026-10-13' },
    ]);
  });
});
