import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { EntryFilter } from './filter';
import { type Entry, type EntryList, entryListSchema } from './schemas';

/** A page of a gym's entry log with the counts of its day; a `cursor` of another list is `invalid_input`. Throws `not_found`. */
export function listEntries(
  db: UserClient,
  gymId: string,
  filter: EntryFilter,
  today: string,
  limit = 50,
): Promise<EntryList> {
  const args = {
    p_gym_id: gymId,
    p_view: filter.view,
    p_kiosk_id: filter.kiosk ?? null,
    p_day: filter.day === 'all' ? null : (filter.day ?? (filter.person ? null : today)),
    p_member_id: filter.person ?? null,
    p_search: filter.search ?? null,
    p_cursor: filter.cursor ?? null,
    p_limit: limit,
  };
  return callRpc(db, 'list_entries', args, entryListSchema);
}

/** All reads of a filter, a page at a time. */
export async function* everyEntry(
  db: UserClient,
  gymId: string,
  filter: EntryFilter,
  today: string,
): AsyncGenerator<Entry[]> {
  let cursor: string | undefined;
  do {
    const page = await listEntries(db, gymId, { ...filter, cursor }, today, 100);
    yield page.rows;
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
}

const pulse = z.object({ version: z.string() });

/** A version that changes with each read at the gym; one index look-up. Throws `not_found`. */
export async function entriesVersion(db: UserClient, gymId: string): Promise<string> {
  return (await callRpc(db, 'entries_pulse', { p_gym_id: gymId }, pulse)).version;
}
