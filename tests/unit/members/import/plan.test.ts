import { describe, expect, it } from 'vitest';
import { guessColumns } from '@/lib/members/import/guess-columns';
import { dateQuestions, type Mapping, missingFields, planImport } from '@/lib/members/import/plan';
import { readTable } from '@/lib/members/import/read-table';
import { encoded } from './encoded';

const read = async (text: string, answers = {}) => {
  const table = await readTable(encoded(text));
  const mapping: Mapping = guessColumns(table).map(({ field }) => field);
  const plan = planImport(table, mapping, { today: '2026-11-21', dialsZero: true, answers });
  return { ...plan, questions: dateQuestions(table, mapping), missing: missingFields(mapping) };
};

describe('rows become members', () => {
  it('with what the file says and nothing more', async () => {
    const { rows, bad } = await read(
      'Id client;Nom;Prénom;Badge;E-mail;Portable;Formule;Statut;Inscrit le;Fin;Né le\nC1;ROUX;ÈVE;0013961168;EVE@example.test;639980001;Annuel;suspendu;13/01/2024;31/12/9999;28/02/1990\nC2;Li;Bo;;;;;;;;\n',
    );
    expect(bad).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        external_id: 'C1',
        last_name: 'Roux',
        first_name: 'Ève',
        badge: '0013961168',
        email: 'eve@example.test',
        phone: '0639980001',
        membership_type: 'Annuel',
        is_active: true,
        membership_suspended: true,
        member_since: '2024-01-13',
        birth_date: '1990-02-28',
      },
      { row: 3, external_id: 'C2', last_name: 'Li', first_name: 'Bo' },
    ]);
  });

  it('and each wrong one says where and why, never what', async () => {
    const { rows, bad } = await read(
      [
        'Id;Nom;Prénom;Badge;E-mail;Tél;Statut;Né le',
        '1;A;;;;;;',
        '2;A;B;08A1B2C3;;;;',
        '3;A;B;zz;;;;',
        '4;A;B;3,5E+09;;;;',
        '5;A;B;;a@b;;;',
        '6;A;B;;;12;;',
        '7;A;B;;;;VIP;',
        '8;A;B;;;;;31/02/1990',
        '9;A;B;;;;actif;25/12/1990;décalé',
        `10;${'x'.repeat(81)};B;;;;;`,
        '11;A;B;;ok@example.test;0611223344;ok;25/12/1990',
        '12;A;B;;c@example.test;;;',
        '13;A;B;;d@example.test;;;',
        '14;A;B;;e@example.test;;;',
        ...[1, 2, 3, 4, 5].map((n) => `2${n};A;B;;f${n}@example.test;061122334${n};actif;`),
      ].join('\n'),
    );
    expect(rows.map(({ external_id }) => external_id)).toEqual([
      '11',
      '12',
      '13',
      '14',
      '21',
      '22',
      '23',
      '24',
      '25',
    ]);
    expect(bad.map(({ row, field, code }) => `${row} ${field} ${code}`)).toEqual([
      '2 first_name no_name',
      '3 badge badge_random',
      '4 badge badge_unreadable',
      '5 badge scientific',
      '6 email email_invalid',
      '7 phone phone_invalid',
      '8 status status_unknown',
      '9 birth_date date_invalid',
      '10 null shifted',
      '11 last_name too_long',
    ]);
  });

  it('once each: by number, by badge in whatever form, by e-mail with name', async () => {
    const { rows, bad } = await read(
      'Numéro client;Nom;Prénom;Badge;E-mail\n1;A;B;0013961168;\n1;C;D;;\n2;E;F;00D507D0;\n3;Roux;Ève;;r@example.test\n;ROUX;eve;;R@example.test\n4;Roux;Ève;;r@example.test\n;Roux;Paul;;r@example.test\n',
    );
    expect(bad.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '3 duplicate_id',
      '4 duplicate_badge',
      '6 duplicate_person',
    ]);
    expect(rows).toHaveLength(4);
  });

  it('with two orders of dates in one file, each by its own column', async () => {
    const { rows, questions } = await read(
      'INSCRIPTION,NOM,PRENOM,DATE DE NAISSANCE\n09/25/2023 18:04:11,A,B,25/09/1991\n01/02/2024,C,D,01/02/2001\n',
    );
    expect(questions).toEqual([]);
    expect(rows[1]).toMatchObject({ member_since: '2024-01-02', birth_date: '2001-02-01' });
  });

  it('asks where a column reads both ways, and does as it is told', async () => {
    const text = 'Nom;Prénom;Inscrit le\nA;B;01/02/2024\nC;D;05/06/2023\n';
    expect((await read(text)).questions).toEqual([{ field: 'member_since', example: '01/02/2024' }]);
    expect((await read(text, { member_since: 'month' })).rows[0]).toMatchObject({
      member_since: '2024-01-02',
    });
  });

  it('a minor of whom the file has the age alone is protected as long as may be needed; a grown-up keeps no made-up date', async () => {
    const { rows } = await read('Navn;Alder\nBo Li;15 år\nÅse Holm;24 år\n');
    expect(rows).toEqual([
      { row: 2, first_name: 'Bo', last_name: 'Li', birth_date: '2011-11-21' },
      { row: 3, first_name: 'Åse', last_name: 'Holm' },
    ]);
  });

  it('needs a name', async () => {
    expect((await read('Id;Nom;Mail\n1;A B;a@example.test\n')).missing).toEqual([]);
    expect((await read('Id;Mail\n1;a@example.test\n')).missing).toEqual(['first_name', 'last_name']);
  });
});
