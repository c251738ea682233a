import 'server-only';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import { badgeForms } from '../badge-forms';
import { hashBadge } from '../badge-hash';
import { counts, type ImportCounts, type ImportRowInput, type VisitRowInput } from './schemas';

/** As the database takes it: the badge as the keyed hashes of its forms, the likeliest first. */
function stored({ badge, ...row }: ImportRowInput) {
  const forms = badge === undefined ? null : badgeForms(badge);
  if (!forms?.ok) return row;
  return { ...row, badge_id: badge, badge_hashes: forms.canonical.map(hashBadge) };
}

/** A visit as the database takes it. */
function storedVisit({ badge, ...row }: VisitRowInput) {
  const forms = badge === undefined ? null : badgeForms(badge);
  return forms?.ok ? { ...row, badge_hashes: forms.canonical.map(hashBadge) } : row;
}

/** What visits would do in a gym; writes nothing. Throws `not_found`, `forbidden`, `customer_suspended`. */
export function previewVisits(db: UserClient, gymId: string, rows: VisitRowInput[]): Promise<ImportCounts> {
  return callRpc(db, 'preview_visits', { p_gym_id: gymId, p_rows: rows.map(storedVisit) }, counts);
}

/**
 * Takes the next visits of an import, in the order of the file; rows that came before are passed over.
 * Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` when it does not run any more or is one of members.
 */
export function importVisits(db: UserClient, importId: string, rows: VisitRowInput[]): Promise<ImportCounts> {
  return callRpc(db, 'import_visits', { p_import_id: importId, p_rows: rows.map(storedVisit) }, counts);
}

/** What rows would do in a gym; writes nothing. Throws `not_found`, `forbidden`, `customer_suspended`. */
export function previewRows(db: UserClient, gymId: string, rows: ImportRowInput[]): Promise<ImportCounts> {
  return callRpc(db, 'preview_import', { p_gym_id: gymId, p_rows: rows.map(stored) }, counts);
}

/**
 * Takes the next rows of an import, in the order of the file; rows that came before are passed over.
 * Throws `not_found`, `forbidden`, `customer_suspended`, `conflict` when it does not run any more.
 */
export function importRows(db: UserClient, importId: string, rows: ImportRowInput[]): Promise<ImportCounts> {
  return callRpc(db, 'import_rows', { p_import_id: importId, p_rows: rows.map(stored) }, counts);
}
