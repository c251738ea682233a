export { type ImportField, type ImportKind, importFields, isImportField } from './fields.ts';
export { type ColumnGuess, guessColumns, sourceFingerprint } from './guess-columns.ts';
export { type FileErrorCode, ImportFileError } from './import-file-error.ts';
export { dateQuestions, type Mapping, missingFields, type Plan, planImport, planVisits } from './plan.ts';
export { type ImportRow, type RowCode, type RowError, rowCodes } from './read-row.ts';
export { readTable, type Table } from './read-table.ts';
export type { VisitRow } from './read-visit.ts';
