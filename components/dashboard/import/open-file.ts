import { api, type Problem } from '@/lib/http/api';
import { fileLimits } from '@/lib/members/import/limits';
import type { ColumnGuess, FileErrorCode, ImportKind, Mapping, Table } from '@/lib/members/import';

/** The reader of files weighs 60 kB and is fetched when a file is chosen. */
export const engine = () => import('@/lib/members/import');

export interface OpenFile {
  kind: ImportKind;
  name: string;
  table: Table;
  source: string;
  guesses: ColumnGuess[];
  mapping: Mapping;
  /** Whether the mapping is the one of the last import of this source. */
  remembered: boolean;
}

export type Opened =
  | { ok: true; file: OpenFile }
  | { ok: false; error: { code: FileErrorCode; line: number | undefined } }
  | { ok: false; problem: Problem };

/** Reads a file in the browser and finds its mapping: the remembered one, else what its columns look like. */
export async function openFile(file: File, gymId: string, kind: ImportKind): Promise<Opened> {
  const { guessColumns, ImportFileError, readTable, sourceFingerprint } = await engine();
  let table: Table;
  try {
    table = await readTable(
      new Uint8Array(await file.arrayBuffer()),
      kind === 'visits' ? fileLimits.visits : fileLimits.rows,
    );
  } catch (error) {
    // A file that another program holds cannot be read either.
    const { code, line } = error instanceof ImportFileError ? error : new ImportFileError('file_damaged');
    return { ok: false, error: { code, line } };
  }
  const source = sourceFingerprint(table.header, kind);
  const answer = await api<{ mapping: Mapping | null }>('/api/dashboard/members/import/mapping', {
    body: { gym_id: gymId, source },
  });
  if (!answer.ok) return { ok: false, problem: answer.problem };
  const guesses = guessColumns(table, kind);
  const { mapping } = answer.data;
  const remembered = mapping?.length === table.header.length;
  return {
    ok: true,
    file: {
      kind,
      name: file.name.slice(0, 200) || '-',
      table,
      source,
      guesses,
      remembered,
      mapping: remembered ? mapping : guesses.map(({ field }) => field),
    },
  };
}
