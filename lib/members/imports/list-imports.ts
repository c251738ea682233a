import 'server-only';
import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';
import type { UserClient } from '@/lib/supabase/server';
import { loggedError } from '@/lib/utils/logged-error';
import type { Mapping } from '../import/plan';
import { type PastImport, pastImports, remembered } from './schemas';

const columns =
  'id, kind, filename, state, rows_total, rows_new, rows_changed, rows_same, rows_bad, rows_kept, created_at';

/** The gym's newest twenty imports. */
export async function listImports(db: UserClient, gymId: string): Promise<PastImport[]> {
  const { data, error } = await db
    .from('member_imports')
    .select(columns)
    .eq('gym_id', gymId)
    .order('created_at', { ascending: false })
    .limit(20);
  if (error) throw new AppError('internal', { cause: loggedError(error) });
  return pastImports.parse(data);
}

/** How the columns of files with these headers were mapped last in this gym; null for a new source. */
export async function rememberedMapping(
  db: UserClient,
  gymId: string,
  source: string,
): Promise<Mapping | null> {
  const { data, error } = await db
    .from('import_mappings')
    .select('mapping')
    .eq('gym_id', gymId)
    .eq('source_fingerprint', createHash('sha256').update(source).digest('hex'))
    .maybeSingle();
  if (error) throw new AppError('internal', { cause: loggedError(error) });
  return remembered.safeParse(data).data?.mapping ?? null;
}
