import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootstrap } from '../../supabase/local/bootstrap/index.ts';
import { openPglite } from '../../supabase/local/database/open.ts';
import { closeDemo, seedDemo } from '../../supabase/local/demo/index.ts';
import { type Keys, loadKeys } from '../../supabase/local/keys.ts';
import type { Database } from '../../supabase/local/types.ts';

let database: Database;
let keys: Keys;
let folder: string;
const person = {
  id: 'a0000000-0000-4000-8000-000000000001',
  email: 'Ada@example.test',
  full_name: 'Ada',
  role: 'x',
};

beforeAll(async () => {
  database = (await openPglite(undefined, { lock: true, grants: true, errors: true, system: true })).database;
  keys = await loadKeys(undefined);
  folder = await mkdtemp(join(tmpdir(), 'jarvis-seed-'));
  await bootstrap(database);
  await database.lock((session) =>
    session.run('create table public.users (id uuid primary key references auth.users, badge_hash text)'),
  );
  await writeFile(join(folder, 'users.json'), JSON.stringify([person]));
});

afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const count = (table: string) =>
  database.lock(async (session) => {
    const [row] = await session.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n;
  });

test('a file that fails is named, and nothing of the demo stays', async () => {
  await writeFile(
    join(folder, '10_broken.sql'),
    'insert into public.users (id) select id from auth.users; select 1/0',
  );
  await expect(seedDemo(database, keys, folder)).rejects.toThrow(
    /supabase\/seed\/10_broken\.sql failed: division by zero/,
  );
  expect([await count('auth.users'), await count('public.users')]).toEqual([0, 0]);
  await rm(join(folder, '10_broken.sql'));
});

test('an empty database is filled once, with the app’s own keyed hashes', async () => {
  await writeFile(
    join(folder, '10_people.sql'),
    `insert into public.users select id, encode(sha256(decode(current_setting('jarvis.badge_opad'), 'hex')
       || sha256(decode(current_setting('jarvis.badge_ipad'), 'hex') || convert_to('badge:04a1b2c3', 'utf8'))), 'hex')
     from auth.users`,
  );
  expect(await seedDemo(database, keys, folder)).toBe(true);
  expect(await seedDemo(database, keys, folder)).toBe(false);
  const [row] = await database.lock((session) =>
    session.query(
      `select u.badge_hash, a.email, a.encrypted_password = extensions.crypt($1::text, a.encrypted_password) as fits
       from public.users u join auth.users a using (id)`,
      [keys.demo_password],
    ),
  );
  expect(row).toEqual({
    badge_hash: createHmac('sha256', keys.badge_hash_key).update('badge:04a1b2c3').digest('hex'),
    email: 'ada@example.test',
    fits: true,
  });
});

test('an exposed backend closes the demo logins; another start opens those it closed', async () => {
  const isBanned = () =>
    database.lock(async (session) => {
      const [row] = await session.query(
        'select coalesce(banned_until > now(), false) as banned from auth.users',
      );
      return row?.banned;
    });
  await closeDemo(database, folder, true);
  expect(await isBanned()).toBe(true);
  await closeDemo(database, folder, false);
  expect(await isBanned()).toBe(false);

  await database.lock((session) =>
    session.run(`update auth.users set banned_until = now() + interval '1 day'`),
  );
  await closeDemo(database, folder, false);
  expect(await isBanned()).toBe(true);
});
