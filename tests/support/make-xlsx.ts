import { crc32, deflateRawSync } from 'node:zlib';

const le = (bytes: number, value: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/** A zip archive, each entry deflated. `claims` is the unpacked size that the archive states, the true one by default. */
export function makeZip(
  entries: { name: string; content: Buffer; claims?: number }[],
): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims = content.length } of entries) {
    const packed = deflateRawSync(content);
    const about = Buffer.concat([
      le(2, 20),
      le(2, 0),
      le(2, 8),
      le(4, 0),
      le(4, crc32(content)),
      le(4, packed.length),
      le(4, claims),
      le(2, name.length),
      le(2, 0),
    ]);
    const file = Buffer.concat([le(4, 0x04034b50), about, Buffer.from(name), packed]);
    directory.push(
      Buffer.concat([
        le(4, 0x02014b50),
        le(2, 20),
        about,
        le(2, 0),
        le(2, 0),
        le(2, 0),
        le(4, 0),
        le(4, at),
        Buffer.from(name),
      ]),
    );
    files.push(file);
    at += file.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([
    le(4, 0x06054b50),
    le(4, 0),
    le(2, entries.length),
    le(2, entries.length),
    le(4, list.length),
    le(4, at),
    le(2, 0),
  ]);
  return new Uint8Array(Buffer.concat([...files, list, end]));
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const column = (place: number) => String.fromCharCode(65 + place);

/** A spreadsheet of one sheet; a Date becomes a day as Excel stores it, a number a number. */
export function makeXlsx(rows: (string | number | Date | null)[][]): Uint8Array<ArrayBuffer> {
  const cell = (value: string | number | Date | null, row: number, place: number) => {
    const at = `${column(place)}${row + 1}`;
    if (value === null) return '';
    if (value instanceof Date)
      return `<c r="${at}" s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const lines = rows.map(
    (row, n) => `<row r="${n + 1}">${row.map((value, place) => cell(value, n, place)).join('')}</row>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  };
  return makeZip(
    Object.entries(files).map(([name, xml]) => ({
      name,
      content: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
    })),
  );
}
