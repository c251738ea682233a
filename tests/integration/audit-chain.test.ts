import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BackendProcess, startBackendProcess } from '../support/backend-process.ts';
import { signIn, sql } from '../support/clients.ts';
import { testServer } from '../support/pgtap.ts';
import { createGym, createStaff } from '../support/tenants.ts';

describe('audit chains under requests of two gyms', () => {
  it('hold, name each person, and keep the gyms apart', async () => {
    const gyms = await Promise.all([createGym(), createGym()]);
    const managers = await Promise.all(gyms.map((gym) => createStaff({ role: 'gym_manager', gym })));
    const clients = await Promise.all(managers.map(signIn));
    const changes = Array.from({ length: 30 }, (_, turn) => {
      const client = clients[turn % 2]!;
      return client
        .from('gyms')
        .update({ price_note: `${turn} €` })
        .eq('id', gyms[turn % 2]!.id);
    });
    for (const { error } of await Promise.all(changes)) expect(error).toBeNull();
    for (const [index, gym] of gyms.entries()) {
      const [chain] = await sql()`select private.audit_chain_break(${gym.id}) as broken`;
      expect(chain?.broken).toBeNull();
      const people = await sql()`
        select actor_id, count(*)::int as links from public.audit_logs
        where gym_id = ${gym.id} and entity = 'gyms' and action = 'update' group by actor_id`;
      expect(people).toEqual([{ actor_id: managers[index]!.id, links: 15 }]);
    }
  });
});

const server = testServer();

describe.each(server ? [server] : [])('audit chains on a server with real concurrency', (address) => {
  const name = `jarvis_audit_${randomBytes(4).toString('hex')}`;
  const admin = postgres(address, { max: 1, onnotice: () => undefined });
  let backend: BackendProcess;
  let db: postgres.Sql;
  const gyms: string[] = [];

  beforeAll(async () => {
    await admin.unsafe(`create database ${name}`);
    const url = new URL(address);
    url.pathname = `/${name}`;
    backend = await startBackendProcess({ databaseUrl: url.href });
    db = postgres(url.href, { max: 12, onnotice: () => undefined });
    for (const gym of ['Lille', 'Nice'])
      gyms.push((await db`insert into public.gyms (name) values (${gym}) returning id`)[0]!.id);
  });

  afterAll(async () => {
    await db?.end();
    await backend?.stop();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });

  it('a writer of one gym waits for no other gym, only for its own', async () => {
    const tryTo = (gym: string) =>
      db.begin(async (t) => {
        await t`set local lock_timeout = '300ms'`;
        await t`insert into public.kiosks (gym_id, slug, name) values (${gym}, ${`k-${randomBytes(4).toString('hex')}`}, 'Entrée')`;
      });
    await db.begin(async (t) => {
      await t`update public.gyms set phone = '1' where id = ${gyms[0]!}`;
      await expect(tryTo(gyms[1]!)).resolves.toBeUndefined();
      await expect(tryTo(gyms[0]!)).rejects.toMatchObject({ code: '55P03' });
    });
  });

  it('forty writers over both gyms, in either order, leave whole chains', async () => {
    const kiosk = (gym: string) => ({
      gym_id: gym,
      slug: `k-${randomBytes(6).toString('hex')}`,
      name: 'Entrée',
    });
    const writers = Array.from({ length: 40 }, (_, n) => (n % 2 ? gyms : gyms.toReversed()).map(kiosk));
    await Promise.all(writers.map((rows) => db`insert into public.kiosks ${db(rows)}`));
    const broken = await db`
      select scope_id from private.audit_heads where private.audit_chain_break(scope_id) is not null`;
    expect(broken).toHaveLength(0);
    const chains = await db`
      select count(*)::int as links, max(seq)::int as last from public.audit_logs
      where gym_id in ${db(gyms)} group by gym_id`;
    expect(chains).toHaveLength(2);
    for (const { links, last } of chains) {
      expect(links).toBe(last);
      expect(links).toBeGreaterThanOrEqual(41);
    }
  });
});
