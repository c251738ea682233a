import { readSheet } from 'read-excel-file/universal';
import { ImportFileError } from './import-file-error.ts';
import type { RawRow } from './read-csv.ts';
import { weighArchive } from './weigh-archive.ts';

/** Dates leave as ISO days, with the time where they have one; whole numbers without a mantissa. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    // A spreadsheet's times are fractions, a hair beside the second.
    const [day = '', time = ''] = new Date(Math.round(cell.getTime() / 1_000) * 1_000)
      .toISOString()
      .split('T');
    return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
  }
  if (typeof cell === 'number')
    return Number.isInteger(cell) ? cell.toLocaleString('en', { useGrouping: false }) : String(cell);
  return String(cell);
}

/** The rows of the first sheet of an XLSX file. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<{ rows: RawRow[] }> {
  await weighArchive(bytes);
  try {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const sheet = await readSheet(whole, 1, { trim: true });
    return { rows: sheet.map((row, place) => ({ number: place + 1, cells: row.map(cellText) })) };
  } catch (cause) {
    throw new ImportFileError('file_damaged', { cause });
  }
}
