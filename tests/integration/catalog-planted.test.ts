import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runStories } from '../../supabase/local/pgtap/index.ts';
import { projectRoot } from '../../supabase/local/server.ts';
import { type BackendProcess, startBackendProcess } from '../support/backend-process.ts';

/** A fault, the story of the catalog that must find it, and words of the assertion that must fail. */
const faults: { fault: string; sql: string; story: string; finds: string }[] = [
  {
    fault: 'a table open to every signed-in person',
    sql: `drop policy kiosks_select_staff on public.kiosks;
      create policy kiosks_select on public.kiosks for select to authenticated using (true);`,
    story: '90_walk.sql',
    finds: 'manager selects no foreign kiosks',
  },
  {
    fault: 'a table without RLS',
    sql: 'alter table public.gym_visits disable row level security;',
    story: '90_walk.sql',
    finds: 'stranger selects no foreign gym_visits',
  },
  {
    fault: 'a deletion that asks for no tenant',
    sql: `grant delete on public.gym_classes to authenticated;
      create policy gym_classes_delete on public.gym_classes for delete to authenticated using (true);
      drop policy gym_classes_select_staff on public.gym_classes;
      create policy gym_classes_select on public.gym_classes for select to authenticated using (true);`,
    story: '90_walk.sql',
    finds: 'staff deletes no foreign gym_classes',
  },
  {
    fault: 'an update that lets rows move to another tenant',
    sql: `grant update (gym_id) on public.gym_classes to authenticated;
      create policy gym_classes_update on public.gym_classes for update to authenticated
        using (gym_id = any ((select private.manageable_gym_ids())::uuid[])) with check (true);
      drop policy gym_classes_select_staff on public.gym_classes;
      create policy gym_classes_select on public.gym_classes for select to authenticated using (true);
      alter table public.class_occurrences drop constraint class_occurrences_class_id_gym_id_fkey;`,
    story: '90_walk.sql',
    finds: 'manager moves no gym_classes',
  },
  {
    fault: 'an insertion into any tenant',
    sql: `grant insert on public.gym_classes to authenticated;
      create policy gym_classes_insert on public.gym_classes for insert to authenticated with check (true);
      create function pg_temp.renew() returns trigger language plpgsql as 'begin new.id := gen_random_uuid(); return new; end';
      create trigger renew before insert on public.gym_classes for each row execute function pg_temp.renew();`,
    story: '90_walk.sql',
    finds: 'manager inserts no foreign gym_classes',
  },
  {
    fault: 'a helper that counts deactivated people',
    sql: `create or replace view private.my_gyms as
      select g.id as gym_id, u.role, false as suspended, g.owner_reads_conversations, null::text as support
      from public.users u join public.gyms g on g.id = u.gym_id where u.id = (select auth.uid());`,
    story: '90_walk.sql',
    finds: 'deactivated manager reads no own kiosks',
  },
  {
    fault: 'a table whose MFA policy was forgotten',
    sql: 'drop policy member_badges_mfa on public.member_badges;',
    story: '90_walk.sql',
    finds: 'manager without their second factor reads no own member_badges',
  },
  {
    fault: 'an assurance helper that believes a token whose sign-in was ended',
    sql: `create or replace function private.allowed_aals() returns text[]
      language sql stable security definer set search_path = ''
      as 'select case when private.is_super_admin(auth.uid()) or private.has_factor(auth.uid())
        then array[''aal2''] else array[''aal1'', ''aal2''] end';`,
    story: '90_walk.sql',
    finds: 'manager whose sign-in was ended reads no own kiosks',
  },
  {
    fault: 'an assurance helper that lets a super admin in without a factor',
    sql: `create or replace function private.allowed_aals() returns text[]
      language sql stable security definer set search_path = ''
      as 'select case when private.has_factor(auth.uid()) then array[''aal2''] else array[''aal1'', ''aal2''] end';`,
    story: '90_walk.sql',
    finds: 'super admin without a second factor reads no own kiosks',
  },
  {
    fault: 'a definer function that forgets that sign-ins end',
    sql: `create or replace function private.require_session() returns void
      language sql stable security definer set search_path = '' as 'select null::void';`,
    story: '92_policies.sql',
    finds: 'refuses a sign-in that has ended',
  },
  {
    fault: 'a team function that tells a foreign person from an unknown one',
    sql: `create or replace function private.visible_user_ids() returns uuid[]
      language sql stable security definer set search_path = '' as 'select array_agg(id) from public.users';
      create or replace function private.require_team(
        p_person_id uuid, p_role public.user_role, p_gym_id uuid, p_franchise_id uuid
      ) returns void language sql stable security definer set search_path = ''
      as 'select private.refuse(''forbidden'')';`,
    story: '94_foreign_ids.sql',
    finds: 'set_person_active(uuid,boolean): other gym',
  },
  {
    fault: 'a new table that nobody fills',
    sql: `create table public.lockers (id uuid primary key, gym_id uuid not null);
      alter table public.lockers enable row level security;`,
    story: '90_walk.sql',
    finds: 'lockers says who reads its rows',
  },
  {
    fault: 'a grant to anonymous',
    sql: 'grant select (name) on public.gyms to anon;',
    story: '91_grants.sql',
    finds: 'tables are granted as listed',
  },
  {
    fault: 'a kiosk verb that people may call',
    sql: 'grant execute on function public.kiosk_scan to authenticated;',
    story: '91_grants.sql',
    finds: 'functions of the API are granted as listed',
  },
  {
    fault: 'a policy with an OR',
    sql: `alter policy kiosks_select_staff on public.kiosks
      using (gym_id = any ((select private.accessible_gym_ids())::uuid[]) or slug = 'x');`,
    story: '92_policies.sql',
    finds: 'no policy has an OR',
  },
  {
    fault: 'a helper that runs once a row',
    sql: `alter policy kiosks_select_staff on public.kiosks using (gym_id = any (private.accessible_gym_ids()));`,
    story: '92_policies.sql',
    finds: 'helpers are wrapped',
  },
  {
    fault: 'a second permissive policy',
    sql: 'create policy second on public.kiosks for select to authenticated using (false);',
    story: '92_policies.sql',
    finds: 'one permissive policy',
  },
  {
    fault: 'a foreign key without an index',
    sql: 'drop index public.class_bookings_occurrence_id_gym_id_idx;',
    story: '92_policies.sql',
    finds: 'an index starts with the columns of each foreign key',
  },
  {
    fault: 'a tenant column without an index',
    sql: 'drop index public.kiosks_gym_id_name_idx;',
    story: '92_policies.sql',
    finds: 'an index starts with each tenant column',
  },
  {
    fault: 'a function that trusts the search path',
    sql: 'alter function public.get_actor() reset search_path;',
    story: '92_policies.sql',
    finds: 'every function has an empty search_path',
  },
  {
    fault: 'a definer function that forgets the second factor',
    sql: `create function public.forgetful() returns integer language sql security definer set search_path = '' as 'select 1';
      grant execute on function public.forgetful() to authenticated;`,
    story: '92_policies.sql',
    finds: 'forgetful() asks for the second factor first',
  },
  {
    fault: 'a reference that carries no tenant',
    sql: `alter table public.class_bookings drop constraint class_bookings_member_id_gym_id_fkey;
      alter table public.class_bookings add foreign key (member_id) references public.gym_members_v2 (id);`,
    story: '93_references.sql',
    finds: 'every reference between tenant tables carries the tenant',
  },
];

describe('the walk over the catalog finds planted faults', () => {
  let backend: BackendProcess;
  let folder: string;
  const stories = join(projectRoot, 'supabase/tests');

  beforeAll(async () => {
    backend = await startBackendProcess();
    folder = await mkdtemp(join(tmpdir(), 'jarvis-planted-'));
    for (const name of ['helpers.sql', 'helpers_rows.sql']) await cp(join(stories, name), join(folder, name));
  });

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(faults)('$fault', async ({ sql, story, finds }) => {
    const text = await readFile(join(stories, story), 'utf8');
    await writeFile(join(folder, story), text.replace(/^begin;$/m, `begin;\n${sql}`));
    const [result] = await runStories({ url: backend.address.db, folder, stories: [story] });
    const failed = result?.lines.filter((line) => line.startsWith('not ok')) ?? [];
    expect(failed.filter((line) => line.includes(finds)).length, result?.problems.join('\n')).toBeGreaterThan(
      0,
    );
  });
});
