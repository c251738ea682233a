import { strToU8, Zip, ZipDeflate } from 'fflate';
import { inertText } from './csv.ts';

/** A cell: a text, a number, a calendar day `YYYY-MM-DD` as a real date, or nothing. */
export type XlsxCell = string | number | { day: string } | null;

/** Beyond this a sheet takes no more rows, by the format. */
const MOST_ROWS = 1_048_576;
const MOST_LETTERS = 32_767;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** XML has no place for control characters and for halves of letters, whatever stands in a name. */
const text = (value: string) =>
  value
    .slice(0, MOST_LETTERS)
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (letter) => escapes[letter] ?? '');

/** Days since 30 December 1899, as spreadsheets count them. */
const serial = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;

/** A, B … Z, AA …: the letters of a column, from 0. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const textXml = (at: string, style: number, value: string) =>
  `<c r="${at}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${text(inertText(value))}</t></is></c>`;

function cellXml(cell: XlsxCell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${at}" s="2"><v>${serial(cell.day)}</v></c>`;
  return textXml(at, 0, cell);
}

const rowXml = (cells: XlsxCell[], row: number) =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`)).join('')}</row>`;
const headXml = (cells: string[]) =>
  `<row r="1">${cells.map((cell, column) => textXml(`${letters(column)}1`, 1, cell)).join('')}</row>`;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const parts = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything of the file but the sheet; style 1 is the head's, 2 a date in the reader's own form. */
const frame = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${parts}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${parts}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${parts}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${text(sheet).slice(0, 31)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

const sheetHead = (columns: number) =>
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns}" width="18" customWidth="1"/></cols><sheetData>`;

/**
 * An XLSX file of one sheet as a stream that asks for the next page only when the reader takes it, so that its size does
 * not matter. A text that a spreadsheet could run gets an apostrophe (rule V7).
 * @param pages yields the cells of each row, a page at a time
 */
export function xlsxResponse(
  filename: string,
  sheet: string,
  header: string[],
  pages: AsyncGenerator<XlsxCell[][]>,
): Response {
  let rows = 1;
  let zip: Zip;
  let file: ZipDeflate;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, last) => {
        if (error) return controller.error(error);
        if (chunk.length > 0) controller.enqueue(chunk);
        if (last) controller.close();
      });
      for (const [name, content] of Object.entries(frame(sheet))) {
        const part = new ZipDeflate(name);
        zip.add(part);
        part.push(strToU8(content), true);
      }
      file = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 });
      zip.add(file);
      file.push(strToU8(sheetHead(header.length) + headXml(header)));
    },
    async pull(controller) {
      // What was pushed may wait in the compressor: go on until something came out.
      const before = controller.desiredSize;
      while (controller.desiredSize === before) {
        const page = await pages.next();
        if (page.done || rows + page.value.length > MOST_ROWS) {
          file.push(strToU8('</sheetData></worksheet>'), true);
          zip.end();
          return;
        }
        const first = rows + 1;
        rows += page.value.length;
        file.push(strToU8(page.value.map((cells, place) => rowXml(cells, first + place)).join('')));
      }
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': `${parts}.sheet`,
      'content-disposition': `attachment; filename="${filename}"`,
    },
  });
}
