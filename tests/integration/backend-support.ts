import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Backend } from '../../supabase/local/server.ts';

/** A client of its own that remembers nothing between tests. */
export function clientOf(backend: Backend, key = backend.address.publishable_key): SupabaseClient {
  return createClient(backend.address.url, key, { auth: { persistSession: false, autoRefreshToken: false } });
}

export const adminOf = (backend: Backend) => clientOf(backend, backend.address.secret_key);

/** Two tables of a small product: one row-level guarded by tenant, one that nobody was granted. */
export const fixture = `
  create table public.entries (
    id bigint generated always as identity primary key,
    tenant text not null default (auth.jwt() -> 'app_metadata' ->> 'tenant'),
    author uuid not null default auth.uid(),
    note text not null unique check (length(note) < 60)
  );
  alter table public.entries enable row level security;
  grant select, insert on public.entries to authenticated;
  create policy entries_tenant on public.entries to authenticated
    using (tenant = ((select auth.jwt()) -> 'app_metadata' ->> 'tenant'))
    with check (tenant = ((select auth.jwt()) -> 'app_metadata' ->> 'tenant'));

  create table public.forgotten (id int primary key);
  alter table public.forgotten enable row level security;
  create policy forgotten_all on public.forgotten to anon, authenticated using (true) with check (true);

  create function public.who_am_i() returns jsonb language sql stable set search_path = ''
    as $$ select jsonb_build_object('role', current_user, 'id', auth.uid()) $$;
  create function public.fail_plainly() returns void language plpgsql set search_path = ''
    as $$ begin raise exception 'not today' using detail = 'closed', hint = 'come back'; end $$;
  create function public.take_time() returns uuid language sql volatile set search_path = ''
    as $$ select auth.uid() from pg_sleep(0.01) $$;
`;

export async function loadFixture(backend: Backend): Promise<void> {
  await backend.database.lock((session) => session.run(fixture));
  await backend.clearSchemaCache();
}

/** A request to the API without the network, so that many can be under way in the very same tick. */
export function apiRequest(backend: Backend, path: string, key: string, body?: unknown): Request {
  const headers = { apikey: key, 'content-type': 'application/json' };
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  return new Request(`${backend.address.url}${path}`, init);
}
