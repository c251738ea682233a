import type { RowError } from '@/lib/members/import';
import { csvLine } from '@/lib/utils/csv';
import type { OpenFile } from './open-file';

/** The rows that were not imported as they stand in the file, each with its place and what is wrong with it. */
export function errorFile(
  { table }: OpenFile,
  errors: RowError[],
  words: { row: string; why: string; of: (error: RowError) => string },
): Blob {
  const byRow = new Map(errors.map((error) => [error.row, error]));
  const lines = table.rows.flatMap(({ number, cells }) => {
    const error = byRow.get(number);
    return error ? [csvLine([...cells.slice(0, table.header.length), number, words.of(error)])] : [];
  });
  const text = `\ufeff${csvLine([...table.header, words.row, words.why])}${lines.join('')}`;
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
