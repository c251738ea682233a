import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/browser/esm/sync';
import { describe, expect, it } from 'vitest';
import { type ColumnGuess, foldHeader, guessColumns } from '@/lib/members/import/guess-columns';
import { readTable } from '@/lib/members/import/read-table';
import { encoded } from './encoded';
import { samples } from './files';

const shown = ({ field }: ColumnGuess) => (field === 'not_kept' ? '-' : (field ?? '?'));
const guessed = async (text: string, encode?: 'windows-1252' | 'utf-16le' | 'bom') =>
  guessColumns(await readTable(encoded(text, encode))).map(shown);

describe('columns find their fields', () => {
  it('in twenty lists at least nine of ten that we know, without a hand', async () => {
    const wrong: string[] = [];
    let known = 0;
    for (const { name, columns, text, encode } of samples) {
      const expected = columns.split(' ');
      const found = await guessed(text, encode);
      expect(found, name).toHaveLength(expected.length);
      for (const [place, field] of expected.entries()) {
        if (field === '?') continue;
        known += 1;
        if (found[place] !== field) wrong.push(`${name}: ${field} was taken for ${found[place]}`);
      }
    }
    process.stdout.write(
      `columns mapped without a hand: ${known - wrong.length} of ${known}\n${wrong.join('\n')}\n`,
    );
    expect(samples).toHaveLength(20);
    expect((known - wrong.length) / known).toBeGreaterThanOrEqual(0.9);
  });

  it('whatever their case, accents and glue', () => {
    for (const header of ['memberSince', 'Member_since', 'MEMBER-SINCE', ' member  since ', 'Mëmber since:'])
      expect(foldHeader(header)).toBe('member since');
  });

  it.each([
    ['Nom;Prénom\nA;B', 'last_name first_name'],
    ['Nom;E-mail\nA B;a@b.test', 'full_name email'],
    ['Nombre;Teléfono\nA B;600112233', 'full_name phone'],
    ['Contact urgence;Tél. urgence;Tél.\nMaman;0611223344;0611223355', '- - phone'],
    ['Tél. fixe;Portable\n0311223344;0611223344', '? phone'],
    ['Email;Prénom;Nom\nJean;jean@example.test;X', '? email full_name'],
    ['Statut;Prénom;Nom\n75011;A;B', '? first_name last_name'],
    ['Date;Prénom;Nom\n01/02/2020;A;B', '? first_name last_name'],
  ])('%j', async (text, expected) => expect((await guessed(text)).join(' ')).toBe(expected));

  it('says how sure it is', async () => {
    const table = await readTable(encoded('Nom;Prénom;Prénom du membre;Tél. perso;Xyz\nC;A;B;0611223344;1'));
    expect(guessColumns(table).map(({ certainty }) => certainty)).toEqual([
      'certain',
      'certain',
      'unknown',
      'guessed',
      'unknown',
    ]);
  });
});

const published = new URL('../../../../../shared/data/member_export_headers/data.csv', import.meta.url);

describe.skipIf(!existsSync(published))('the published headers', () => {
  it('of members are known for nine of ten columns', () => {
    const rows = parse(readFileSync(published), { columns: true }) as { kind: string; header: string }[];
    const headers = rows
      .filter(({ kind }) => kind === 'members' || kind === 'memberships')
      .flatMap(({ header }) => header.split(/[,;]/))
      .flatMap((header) => (header.includes('|') ? header.split('|') : [header]))
      .map((header) => header.trim())
      .filter((header) => header && header !== '...');
    const unknown = headers.filter(
      (header) => guessColumns({ header: [header], rows: [] })[0]?.field === null,
    );
    expect(headers.length).toBeGreaterThan(50);
    expect(unknown.length / headers.length, unknown.join(', ')).toBeLessThanOrEqual(0.1);
  });
});
