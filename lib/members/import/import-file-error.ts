export const fileErrorCodes = [
  'file_empty',
  'file_too_large',
  'file_old_excel',
  'file_not_a_table',
  'file_archive_too_large',
  'file_damaged',
  'file_quotes',
  'file_no_header',
  'file_no_rows',
  'file_too_many_rows',
  'file_too_many_columns',
] as const;

export type FileErrorCode = (typeof fileErrorCodes)[number];

/** Why a file cannot be read as a list; `line` is the line of the file where that shows. */
export class ImportFileError extends Error {
  readonly code: FileErrorCode;
  readonly line: number | undefined;

  constructor(code: FileErrorCode, more: { line?: number; cause?: unknown } = {}) {
    super(code, { cause: more.cause });
    this.name = 'ImportFileError';
    this.code = code;
    this.line = more.line;
  }
}
