import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../supabase/local/server.ts';
import { adminOf, clientOf, loadFixture } from './backend-support.ts';

let backend: Backend;

beforeAll(async () => {
  backend = await startBackend({ migrations: null });
  await loadFixture(backend);
});

afterAll(() => backend?.stop());

interface Person {
  id: string;
  tenant: string;
  client: SupabaseClient;
  /** Notes whose insert was acknowledged. */
  written: string[];
}

async function signInAt(tenant: string): Promise<Person> {
  const person = { email: `${tenant}@example.test`, password: 'a long password' };
  const { data } = await adminOf(backend).auth.admin.createUser({
    ...person,
    email_confirm: true,
    app_metadata: { tenant },
  });
  const client = clientOf(backend);
  const { error } = await client.auth.signInWithPassword(person);
  if (error || !data.user) throw error ?? new Error('no user');
  return { id: data.user.id, tenant, client, written: [] };
}

/** One request of a kind; answers with a complaint when it saw or was something it should not. */
async function act(person: Person, turn: number, complaints: string[]): Promise<void> {
  const { client } = person;
  const complain = (what: string) => complaints.push(`${person.tenant} ${turn}: ${what}`);
  switch (turn % 7) {
    case 0:
    case 1: {
      const note = `${person.tenant}-${turn}`;
      const { data, error } = await client.from('entries').insert({ note }).select('author, tenant').single();
      if (error) complain(error.message);
      else person.written.push(note);
      if (data && (data.author !== person.id || data.tenant !== person.tenant))
        complain(`wrote as ${data.author}`);
      return;
    }
    case 2: {
      const { data } = await client.from('entries').select('tenant');
      if (!data || data.some((row) => row.tenant !== person.tenant)) complain('read another tenant');
      return;
    }
    case 3: {
      const { data } = await client.rpc('who_am_i');
      if (data?.role !== 'authenticated' || data?.id !== person.id) complain(`was ${JSON.stringify(data)}`);
      return;
    }
    case 4: {
      const { data, error } = await client.rpc('take_time');
      if (data !== person.id) complain(`slow function ran as ${data} ${error?.message ?? ''}`);
      return;
    }
    case 5: {
      const raised = await client.rpc('fail_plainly');
      if (raised.error?.code !== 'P0001') complain(`raise answered ${raised.error?.code}`);
      const checked = await client.from('entries').insert({ note: 'x'.repeat(80) });
      if (checked.error?.code !== '23514') complain(`check answered ${checked.error?.code}`);
      return;
    }
    default: {
      const email = `${person.tenant}-${turn}@example.test`;
      const made = await adminOf(backend).auth.admin.createUser({ email, password: 'another password' });
      if (made.error || made.data.user.email !== email) complain(`new user ${made.error?.message ?? email}`);
    }
  }
}

test('two tenants, 50 requests in flight, new users, failures, slow functions and jobs: nobody is mixed up', async () => {
  const people = [await signInAt('north'), await signInAt('south')];
  await backend.database.lock((session) =>
    session.query(`select cron.schedule('count', '1 second', 'select count(*) from public.entries')`),
  );
  const complaints: string[] = [];
  const queue = Array.from({ length: 350 }, (_, turn) => turn);
  let jobRuns = 0;
  const worker = async () => {
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      const person = people[turn % 2];
      if (person) await act(person, turn, complaints);
    }
  };
  const job = async () => {
    while (queue.length > 0) {
      await backend.database.lock(async (session) => {
        const [row] = await session.query(`select current_user::text as role, auth.uid() as id`);
        if (row?.role !== 'postgres' || row.id !== null)
          complaints.push(`the job ran as ${JSON.stringify(row)}`);
      });
      jobRuns++;
      await new Promise((next) => setImmediate(next));
    }
  };
  await Promise.all([...Array.from({ length: 50 }, worker), job()]);

  expect(complaints).toEqual([]);
  expect(jobRuns).toBeGreaterThan(10);
  for (const person of people) {
    const { data } = await person.client.from('entries').select('note, author').order('note');
    expect(person.written.length).toBeGreaterThan(40);
    expect(data?.map((row) => row.note)).toEqual([...person.written].sort());
    expect(new Set(data?.map((row) => row.author))).toEqual(new Set([person.id]));
  }
});
