import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, csvResponse } from '@/lib/utils/csv';

describe('csv', () => {
  it.each(['=1+1', '+33612', '-1', '@sum(a1)', '\tx', '\rx', '\n=1+1', '＝1+1', '＠sum(a1)'])(
    'disarms %j',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('quotes what would break a cell', () => {
    expect(csvCell('a;b')).toBe('"a;b"');
    expect(csvCell('dit "oui"')).toBe('"dit ""oui"""');
    expect(csvCell('deux\nlignes')).toBe('"deux\nlignes"');
    expect(csvCell('=cmd;"x"')).toBe('"\'=cmd;""x"""');
  });

  it('keeps numbers, plain texts and nothing', () => {
    expect(csvLine([-0.72, 'Nadia', null])).toBe('-0.72;Nadia;\r\n');
  });

  it('streams page by page and asks for no page ahead of its reader', async () => {
    let asked = 0;
    async function* pages() {
      for (const rows of [[['a', 1]], [], [['b', 2]]]) {
        asked += 1;
        yield rows as (string | number)[][];
      }
    }
    const response = csvResponse('liste.csv', ['Nom', 'N'], pages());
    expect(asked).toBeLessThan(3);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="liste.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('Nom;N\r\na;1\r\nb;2\r\n');
  });
});
