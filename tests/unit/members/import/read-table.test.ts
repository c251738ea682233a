import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileErrorCodes, ImportFileError } from '@/lib/members/import/import-file-error';
import { fileLimits } from '@/lib/members/import/limits';
import { guessDelimiter } from '@/lib/members/import/read-csv';
import { readTable } from '@/lib/members/import/read-table';
import { makeXlsx, makeZip } from '../../../support/make-xlsx';
import { encoded } from './encoded';
import { samples } from './files';

const bytes = (text: string) => encoded(text);
const refusal = async (file: Uint8Array<ArrayBuffer>) => {
  const error: unknown = await readTable(file).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error !== null && !(error instanceof ImportFileError)) throw error;
  return error?.code ?? null;
};

describe('a file becomes a table', () => {
  it('in each encoding', async () => {
    const text = 'Prénom;Nom\nNoémie;Cœur\nÆsel;Ñu';
    for (const how of [undefined, 'bom', 'windows-1252', 'utf-16le'] as const) {
      const { header, rows } = await readTable(encoded(text, how));
      expect([header, ...rows.map((row) => row.cells)], how).toEqual([
        ['Prénom', 'Nom'],
        ['Noémie', 'Cœur'],
        ['Æsel', 'Ñu'],
      ]);
    }
    const bare = new Uint8Array(Buffer.from(text, 'utf16le'));
    expect((await readTable(bare)).encoding).toBe('utf-16le');
    expect((await readTable(bare.map((_, place) => bare[place ^ 1]!))).header[0]).toBe('Prénom');
  });

  it.each([
    ['a;b,c\n1;2,3\n', ';'],
    ['a,b;c\n1,2\n', ','],
    ['a\tb c\n1,5\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['nom\nx\n', ','],
    ['"x;y";b;c\n"1,2,3";4;5', ';'],
    ['nom;prix\na;1,5\nb;2,5\nc;3,5', ';'],
  ])('by the delimiter of %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));

  it('with quotes, breaks inside cells, declared delimiters and blanks', async () => {
    const table = await readTable(
      bytes('sep=;\r\n Nom ; Note \r\n"Le ""Grand""; Paul";"deux\nlignes"\r\n;\r\nO"Neil;x\r\n'),
    );
    expect(table.header).toEqual(['Nom', 'Note']);
    expect(table.rows).toEqual([
      { number: 3, cells: ['Le "Grand"; Paul', 'deux lignes'] },
      { number: 6, cells: ['O"Neil', 'x'] },
    ]);
  });

  it('with rows that are too short or too long', async () => {
    const { rows } = await readTable(bytes('a,b,c\n1\n1,2,3,,\n1,2,3,4\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('with placeholders for nothing, and without what nobody sees', async () => {
    const { rows } = await readTable(bytes("a,b,c,d\nN/A,-,null,x\u00a0 y\u200b\n'+33 6,'=1,'t,\u0000z\n"));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['', '', '', 'x y'],
      ['+33 6', '=1', "'t", 'z'],
    ]);
  });

  it('from a spreadsheet, with its dates and long numbers', async () => {
    const table = await readTable(
      makeXlsx([
        ['Nom', 'Badge', 'Né le'],
        ['Zoé & Cie', 3536403172, new Date('1990-02-28')],
        [null, null, null],
        ['Li', 13961168, null],
      ]),
    );
    expect(table).toMatchObject({ format: 'xlsx', header: ['Nom', 'Badge', 'Né le'] });
    expect(table.rows).toEqual([
      { number: 2, cells: ['Zoé & Cie', '3536403172', '1990-02-28'] },
      { number: 4, cells: ['Li', '13961168', ''] },
    ]);
  });
});

describe('a file that is no list', () => {
  const nested = Buffer.alloc(fileLimits.unpackedBytes + 1, 65);
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['empty', bytes(''), 'file_empty'],
    ['blank', bytes('\n \n;;\n'), 'file_empty'],
    ['of a header alone', bytes('Nom;Prénom\n;\n'), 'file_no_rows'],
    ['without a header', bytes('Paul;paul@example.test;1\nAna;ana@example.test;2'), 'file_no_header'],
    ['with a quote that never closes', bytes('a;b\n"1;2\n3;4\n'), 'file_quotes'],
    ['of an old Excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'file_old_excel'],
    ['a web page', bytes('<html><table><tr><td>Nom</td></tr></table>'), 'file_not_a_table'],
    ['a PDF', bytes('%PDF-1.7\n1 0 obj'), 'file_not_a_table'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4]),
      'file_not_a_table',
    ],
    ['too large', new Uint8Array(fileLimits.bytes + 1), 'file_too_large'],
    ['too long', bytes(`a\n${'x\n'.repeat(fileLimits.rows + 1)}`), 'file_too_many_rows'],
    ['too wide', bytes(`${'a,'.repeat(fileLimits.columns + 1)}a\n1`), 'file_too_many_columns'],
    ['half an archive', makeXlsx([['a'], ['b']]).slice(0, 300), 'file_damaged'],
    ['an archive of something else', makeZip([{ name: 'a.txt', content: Buffer.from('a') }]), 'file_damaged'],
    [
      'an archive that swells',
      makeZip([{ name: 'xl/workbook.xml', content: nested }]),
      'file_archive_too_large',
    ],
    [
      'an archive that swells and denies it',
      makeZip([{ name: 'xl/workbook.xml', content: nested, claims: 10 }]),
      'file_archive_too_large',
    ],
  ])('%s', async (_name, file, code) => expect(await refusal(file)).toBe(code));

  it('says on which line a quote was left open', async () => {
    await expect(readTable(bytes('a;b\n1;2\n"3;4\n5;6\n'))).rejects.toMatchObject({
      code: 'file_quotes',
      line: expect.any(Number),
    });
  });

  it('however broken, is refused by name or read, and nothing else', async () => {
    const whole = samples.map(({ text, encode }) => encoded(text, encode));
    whole.push(
      makeXlsx([
        ['Nom', 'Prénom'],
        ['a', 'b'],
        ['c', 3],
      ]),
    );
    const broken = fc.record({
      file: fc.constantFrom(...whole),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      noise: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(broken, async ({ file, cut, noise }) => {
        const copy = file.slice(0, Math.ceil(file.length * cut));
        for (const [where, byte] of noise) copy[Math.floor(where * copy.length)] = byte;
        const code = await refusal(copy);
        expect(code === null || fileErrorCodes.includes(code)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
