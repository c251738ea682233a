import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { type EndedImport, ended, type StartInput, type UndoneImport, undone } from './schemas';

/**
 * Begins an import and remembers its mapping; answers its id. Throws `conflict` while another one runs in the gym,
 * `not_found`, `forbidden`, `customer_suspended`.
 */
export function startImport(db: UserClient, input: StartInput): Promise<string> {
  const args = {
    p_gym_id: input.gym_id,
    p_kind: input.kind,
    p_filename: input.filename,
    p_source: input.source,
    p_mapping: input.mapping,
    p_rows_total: input.rows_total,
    p_errors: input.errors,
  };
  return callRpc(db, 'start_import', args, z.guid());
}

/** Ends an import: done when all its rows came, else failed. Throws `not_found`, `forbidden`, `conflict`. */
export function finishImport(db: UserClient, id: string): Promise<EndedImport> {
  return callRpc(db, 'finish_import', { p_import_id: id }, ended);
}

/**
 * Takes some of an import back, but for what somebody changed or met since; to be called until nothing is left.
 * Throws `conflict` when it is undone already or older than 30 days, `not_found`, `forbidden`.
 */
export function undoImport(db: UserClient, id: string): Promise<UndoneImport> {
  return callRpc(db, 'undo_import', { p_import_id: id }, undone);
}
