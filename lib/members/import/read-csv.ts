import { parse } from 'csv-parse/browser/esm/sync';
import { ImportFileError } from './import-file-error.ts';

export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const SAMPLE_LINES = 20;

/** The first lines with what stands between quotes taken out, so that its delimiters do not count. */
function sampleLines(text: string): string[] {
  const sample = text.slice(0, 64 * 1024).replaceAll(/"(?:[^"]|"")*"/g, '');
  return sample
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim())
    .slice(0, SAMPLE_LINES);
}

/** The delimiter that parts the first line most, while most other lines have as many of it. */
export function guessDelimiter(text: string): Delimiter {
  const [first = '', ...rest] = sampleLines(text);
  const scores = delimiters.map((delimiter) => {
    const count = (line: string) => line.split(delimiter).length - 1;
    const inHeader = count(first);
    const alike = rest.filter((line) => count(line) === inHeader).length;
    return { delimiter, score: inHeader === 0 ? 0 : inHeader * (0.2 + alike / Math.max(1, rest.length)) };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : ',';
}

export interface RawRow {
  /** Line of the file or row of the sheet on which it begins, from 1. */
  number: number;
  cells: string[];
}

/** The rows of a CSV text. Quotes inside a cell are taken as they come; one that never closes is an error. */
export function readCsv(text: string): { rows: RawRow[]; delimiter: Delimiter } {
  const declared = /^\ufeff?sep=([;,\t|])(\r\n|\n|\r)/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? guessDelimiter(body);
  const skipped = declared ? 1 : 0;
  try {
    const records = parse(body, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return { delimiter, rows: numbered(records, skipped) };
  } catch (cause) {
    const { code, lines } = cause as { code?: string; lines?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw new ImportFileError('file_quotes', { ...(lines && { line: lines + skipped }), cause });
    throw new ImportFileError('file_damaged', { cause });
  }
}

/** The parser says on which line a row ends; people look for where it begins. */
function numbered(records: { record: string[]; info: { lines: number } }[], skipped: number): RawRow[] {
  return records.map(({ record, info }) => {
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    return { number: info.lines - breaks + skipped, cells: record };
  });
}
