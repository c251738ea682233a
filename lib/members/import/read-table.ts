import { cleanCell } from './clean-cell.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { ImportFileError } from './import-file-error.ts';
import { fileLimits } from './limits.ts';
import { type Delimiter, type RawRow, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** A file as a table: cells are clean, rows have as many as the header has, or more where they are shifted. */
export interface Table {
  header: string[];
  rows: RawRow[];
  format: 'csv' | 'xlsx';
  encoding: Encoding | null;
  delimiter: Delimiter | null;
}

const startsWith = (bytes: Uint8Array, magic: number[]) =>
  magic.every((byte, place) => bytes[place] === byte);
const ZIP = [0x50, 0x4b];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

const looksLikeData = (cell: string) =>
  /^\S+@\S+\.\S+$/.test(cell) ||
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(cell) ||
  /^\+?\d[\d ]{5,}$/.test(cell);

/**
 * Reads a CSV or XLSX file; throws ImportFileError and nothing else.
 * The first row that is not blank is the header; blank rows are passed over.
 */
export async function readTable(
  bytes: Uint8Array<ArrayBuffer>,
  most: number = fileLimits.rows,
): Promise<Table> {
  if (bytes.byteLength === 0) throw new ImportFileError('file_empty');
  if (bytes.byteLength > fileLimits.bytes) throw new ImportFileError('file_too_large');
  if (startsWith(bytes, OLD_EXCEL)) throw new ImportFileError('file_old_excel');
  if (startsWith(bytes, ZIP)) {
    const { rows } = await readXlsx(bytes);
    return { ...tabulate(rows, most), format: 'xlsx', encoding: null, delimiter: null };
  }
  const { text, encoding } = decodeText(bytes);
  const { rows, delimiter } = readCsv(text);
  return { ...tabulate(rows, most), format: 'csv', encoding, delimiter };
}

function tabulate(raw: RawRow[], most: number): { header: string[]; rows: RawRow[] } {
  const filled = raw
    .map(({ number, cells }) => ({ number, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rows] = filled;
  if (!first) throw new ImportFileError('file_empty');
  const header = withoutEmptyEnd(first.cells);
  if (header.length > fileLimits.columns) throw new ImportFileError('file_too_many_columns');
  if (header.some(looksLikeData)) throw new ImportFileError('file_no_header');
  if (rows.length === 0) throw new ImportFileError('file_no_rows');
  if (rows.length > most) throw new ImportFileError('file_too_many_rows');
  return { header, rows: rows.map((row) => ({ ...row, cells: fitted(row.cells, header.length) })) };
}

function withoutEmptyEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

/** As long as the header; longer only where a cell too many says something. */
function fitted(cells: string[], width: number): string[] {
  const kept =
    cells.length > width ? [...cells.slice(0, width), ...withoutEmptyEnd(cells.slice(width))] : cells;
  return [...kept, ...Array<string>(Math.max(0, width - kept.length)).fill('')];
}
