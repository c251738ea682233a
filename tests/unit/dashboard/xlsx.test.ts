import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { xlsxResponse, type XlsxCell } from '@/lib/utils/xlsx';

async function* pagesOf(...pages: XlsxCell[][][]) {
  yield* pages;
}
const read = async (...pages: XlsxCell[][][]) => {
  const response = xlsxResponse('a.xlsx', 'Adhérents & <co>', ['Nom', '=Kopf'], pagesOf(...pages));
  return readSheet(await response.arrayBuffer(), 1);
};

describe('an XLSX file', () => {
  it('holds texts, numbers, days and nothing, page after page', async () => {
    const rows = await read([['Élodie', 12]], [], [[null, { day: '2026-11-21' }]]);
    expect(rows.slice(0, 2)).toEqual([
      ['Nom', "'=Kopf"],
      ['Élodie', 12],
    ]);
    expect(rows[2]?.[1]).toEqual(new Date('2026-11-21T00:00:00Z'));
  });

  it('runs nothing: formulas, mark-up and control characters stay text', async () => {
    const cells = ['=1+1', '+33 6', '-2', '@SUM', '<b>&amp;</b>', 'a\u0000b\u0008c', '\ud800'];
    const rows = await read(cells.map((cell) => [cell, null]));
    expect(rows.slice(1).map((row) => row[0])).toEqual([
      "'=1+1",
      "'+33 6",
      "'-2",
      "'@SUM",
      '<b>&amp;</b>',
      'abc',
      '\ufffd',
    ]);
  });

  it('comes in pieces: a page is asked for when the one before was taken', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield Array.from({ length: 1_000 }, (_, row) => [`${Math.random()} ${row}`, row]);
      }
    }
    const reader = xlsxResponse('a.xlsx', 'A', ['x', 'y'], endless()).body!.getReader();
    for (let piece = 0; piece < 12; piece++) await reader.read();
    await reader.cancel();
    expect(asked).toBeLessThan(30);
  });
});
