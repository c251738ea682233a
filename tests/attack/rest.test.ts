import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createStaff } from '../support/tenants.ts';
import { type Answer, exchange } from './support/http.ts';
import { forgedTokens, makePeople, type Role, signInAs, tokenOf } from './support/people.ts';
import { inOrder } from './support/pool.ts';
import { makeAlert, makeConversation, makeKiosk, makeTenant, type Tenant } from './support/world.ts';

let own: Tenant;
let other: Tenant;
/** Access tokens by who brings them; none for a stranger. Nobody of them belongs to the tenant that is attacked. */
let strangers: Record<string, string | undefined>;
let relations: { name: string; columns: string[] }[];
let functions: { name: string; args: { name: string; type: string }[] }[];
let before: string;

beforeAll(async () => {
  [own, other] = [await makeTenant(), await makeTenant()];
  await makeConversation(own);
  await makeAlert(own);
  const { cookie: kioskCookie } = await makeKiosk(own);
  const token = async (role: Role, where: object, level: 'aal1' | 'aal2' = 'aal1') => {
    const [person] = await makePeople(1, { role, name: other.mark, ...where });
    return signInAs(person!, level);
  };
  const manager = await token('gym_manager', { gymId: own.gymId });
  const ended = await token('gym_manager', { gymId: own.gymId });
  await sql()`delete from auth.sessions where id = ${ended.sessionId}`;
  const gone = await token('gym_manager', { gymId: own.gymId });
  await sql()`update public.users set is_active = false where id = ${gone.person.id}`;
  const half = await createStaff({ role: 'super_admin' });
  strangers = {
    nobody: undefined,
    "the other tenant's staff": (await token('gym_staff', { gymId: other.gymId })).token,
    "the other tenant's manager": (await token('gym_manager', { gymId: other.gymId })).token,
    "the other tenant's owner": (await token('franchise_owner', { franchiseId: other.franchiseId })).token,
    'a super admin at aal1': (await signInAs({ ...half, role: 'super_admin' })).token,
    'a manager whose sign-in was ended': ended.token,
    'a manager who was deactivated': gone.token,
    'a manager with an expired token': await tokenOf(manager.person, {
      sessionId: manager.sessionId,
      endsIn: -600,
    }),
    'a kiosk': kioskCookie.split('=')[1],
    'the publishable key': inject('backend').publishable_key,
    ...Object.fromEntries(
      Object.entries(await forgedTokens(manager)).map(([how, forged]) => [`a forger (${how})`, forged]),
    ),
  };
  relations = await sql()<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname order by a.attnum) as columns
    from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and not c.relispartition
    group by c.relname order by c.relname`;
  functions = await sql()<typeof functions>`
    select p.proname as name, coalesce((
      select jsonb_agg(jsonb_build_object('name', p.proargnames[n], 'type', format_type(p.proargtypes[n - 1], null)))
      from generate_series(1, p.pronargs) n), '[]') as args
    from pg_catalog.pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' order by 1`;
  before = await picture();
});

afterAll(() => sql().end());

/** Every row of the attacked tenant in every table, as one hash. */
async function picture(): Promise<string> {
  const parts: string[] = [];
  const tables = await sql()<{ name: string }[]>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'gym_id' and table_name <> 'audit_logs' order by 1`;
  for (const { name } of tables) {
    const [row] = await sql()<{ hash: string }[]>`
      select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash
      from ${sql()(`public.${name}`)} t where t.gym_id = ${own.gymId}`;
    parts.push(`${name} ${row?.hash}`);
  }
  return parts.join('\n');
}

function call(
  path: string,
  token: string | undefined,
  o: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { url, publishable_key } = inject('backend');
  const body = o.body === undefined ? undefined : JSON.stringify(o.body);
  return exchange(url, {
    method: o.method ?? (body === undefined ? 'GET' : 'POST'),
    path,
    headers: {
      host: new URL(url).host,
      apikey: publishable_key,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      prefer: 'return=representation',
      ...o.headers,
    },
    body,
  });
}

/** What is wrong with an answer to somebody who may have nothing of the tenant. */
function faults(what: string, answer: Answer, o: { writes?: true } = {}): string[] {
  const found = [own.mark, ...own.ids].filter((mark) => answer.text.includes(mark));
  const wrote = o.writes && answer.status < 300 && !/^(?:\[\]|)$/.test(answer.text.trim());
  return [
    ...(answer.status >= 500 ? [`${what}: ${answer.status} ${answer.text.slice(0, 200)}`] : []),
    ...found.map((mark) => `${what}: holds ${mark}`),
    ...(wrote ? [`${what}: wrote ${answer.text.slice(0, 100)}`] : []),
  ];
}

describe('tables over REST', () => {
  it('are there to be tried', () => {
    expect(relations.length).toBeGreaterThan(15);
    expect(functions.length).toBeGreaterThan(25);
  });

  it.each([
    'nobody',
    "the other tenant's staff",
    "the other tenant's manager",
    "the other tenant's owner",
    'a super admin at aal1',
    'a manager whose sign-in was ended',
    'a manager who was deactivated',
    'a manager with an expired token',
    'a kiosk',
    'the publishable key',
    'a forger (alg none)',
    'a forger (HS256 with the public key)',
    'a forger (another key)',
  ])('give nothing to %s, and take nothing', async (who) => {
    const token = strangers[who];
    const found = await inOrder(relations, 6, async ({ name, columns }) => {
      const has = (column: string) => columns.includes(column);
      const key = ['gym_id', 'id', 'franchise_id', 'member_id', 'kiosk_id'].find(has) ?? columns[0]!;
      const mine = key === 'gym_id' ? own.gymId : name === 'franchises' ? own.franchiseId : own.gymId;
      const row = Object.fromEntries(
        [
          ['gym_id', own.gymId],
          ['franchise_id', own.franchiseId],
          ['id', randomUUID()],
          ['name', 'planted'],
        ].filter(([column]) => has(column!)),
      );
      const change = has('updated_at') ? { updated_at: '2000-01-01T00:00:00Z' } : { [key]: mine };
      const path = `/rest/v1/${name}`;
      return [
        ...faults(`GET ${name}`, await call(`${path}?select=*`, token)),
        ...faults(`GET ${name} of the tenant`, await call(`${path}?${key}=eq.${mine}&select=*`, token)),
        ...faults(`GET ${name} by or`, await call(`${path}?or=(${key}.eq.${mine},${key}.is.null)`, token)),
        ...faults(`POST ${name}`, await call(path, token, { body: row }), { writes: true }),
        ...faults(
          `upsert ${name}`,
          await call(path, token, {
            body: row,
            headers: { prefer: 'resolution=merge-duplicates,return=representation' },
          }),
          { writes: true },
        ),
        ...faults(
          `PATCH ${name}`,
          await call(`${path}?${key}=eq.${mine}`, token, { method: 'PATCH', body: change }),
          { writes: true },
        ),
        ...faults(`DELETE ${name}`, await call(`${path}?${key}=eq.${mine}`, token, { method: 'DELETE' }), {
          writes: true,
        }),
      ];
    });
    expect(found.flat()).toEqual([]);
  });

  it('are reached through no other schema', async () => {
    for (const schema of ['private', 'auth', 'vault', 'pg_catalog', 'information_schema', 'cron'])
      for (const path of ['/rest/v1/users', '/rest/v1/kiosk_credentials', '/rest/v1/rpc/require_mfa']) {
        const answer = await call(path, strangers["the other tenant's manager"], {
          headers: { 'accept-profile': schema, 'content-profile': schema },
          ...(path.includes('rpc') ? { body: {} } : {}),
        });
        expect([schema, path, answer.status >= 400 && answer.status < 500, ...faults(path, answer)]).toEqual([
          schema,
          path,
          true,
        ]);
      }
  });
});

describe('functions over RPC', () => {
  const fill = (type: string, name: string): unknown => {
    if (/gym/.test(name)) return own.gymId;
    if (/franchise/.test(name)) return own.franchiseId;
    if (type === 'uuid') return own.memberId;
    if (type.endsWith('[]')) return [];
    if (type === 'jsonb') return {};
    if (type === 'boolean') return true;
    if (/int|numeric/.test(type)) return 1;
    if (/timestamp|date/.test(type)) return '2026-11-21';
    if (/hash/.test(name)) return 'a'.repeat(64);
    return type === 'user_role' || type === 'public.user_role' ? 'super_admin' : 'x';
  };

  it.each([
    'nobody',
    "the other tenant's staff",
    "the other tenant's manager",
    "the other tenant's owner",
    'a super admin at aal1',
    'a manager whose sign-in was ended',
    'a manager who was deactivated',
    'a manager with an expired token',
    'a kiosk',
    'the publishable key',
    'a forger (alg none)',
    'a forger (HS256 with the public key)',
    'a forger (another key)',
  ])('tell and do nothing for %s', async (who) => {
    // What ends the caller's own sign-ins goes last, or the rest would be tried by nobody.
    const order = functions.toSorted(
      (a, b) => Number(/end_|deactiv/.test(a.name)) - Number(/end_|deactiv/.test(b.name)),
    );
    const found = await inOrder(order, 6, async ({ name, args }) => {
      const body = Object.fromEntries(args.map((arg) => [arg.name, fill(arg.type, arg.name)]));
      const answers = [await call(`/rest/v1/rpc/${name}`, strangers[who], { body })];
      if (args.length > 0) answers.push(await call(`/rest/v1/rpc/${name}`, strangers[who], { body: {} }));
      const isOpen = answers.some(({ status }) => status < 300);
      const closed =
        isOpen && !mayCall(who, name)
          ? [`${name} answered ${answers.map(({ status }) => status).join()}`]
          : [];
      return [...answers.flatMap((answer) => faults(name, answer)), ...closed];
    });
    expect(found.flat()).toEqual([]);
  });

  /** Functions that answer something about the caller alone; a verb of a kiosk or of the server answers nobody. */
  function mayCall(who: string, name: string): boolean {
    if (/^(?:kiosk_|claim_|finish_|fail_|request_)/.test(name)) return false;
    if (/tenant/.test(who) || (/ended|deactivated/.test(who) && name === 'get_auth_state')) return true;
    return (
      who === 'a super admin at aal1' &&
      ['get_auth_state', 'get_invitation', 'redeem_recovery_code'].includes(name)
    );
  }
});

describe('the rest of the backend', () => {
  it.each([
    '/graphql/v1',
    '/storage/v1/bucket',
    '/realtime/v1/api/tenants',
    '/pg/query',
    '/pg-meta/default/query',
    '/_system/schema',
    '/rest-admin/v1/ready',
    '/auth/v1/admin/users',
    '/auth/v1/admin/generate_link',
    '/auth/v1/admin/audit',
    '/auth/v1/callback?code=x',
    '/auth/v1/verify?token=x&type=recovery&redirect_to=https://evil.example',
    '/auth/v1/authorize?provider=google&redirect_to=https://evil.example',
    '/mailbox/../keys.json',
    '/rest/v1/../../keys.json',
  ])('%s is closed to people', async (path) => {
    for (const [who, token] of Object.entries(strangers)) {
      for (const method of ['GET', 'POST']) {
        const answer = await call(path, token, { method, ...(method === 'POST' ? { body: {} } : {}) });
        expect([who, method, answer.status >= 400 && answer.status < 500]).toEqual([who, method, true]);
        expect(String(answer.headers.location ?? '')).not.toContain('evil.example');
        expect(answer.text).not.toContain('signing_key');
      }
    }
  });

  it('lets nobody sign up, and nobody in without proof', async () => {
    const email = `${randomUUID()}@example.test`;
    for (const [path, body] of [
      ['/auth/v1/signup', { email, password: 'seven violet anchors drift home' }],
      ['/auth/v1/signup', {}],
      ['/auth/v1/token?grant_type=password', { email, password: 'x' }],
      ['/auth/v1/token?grant_type=refresh_token', { refresh_token: 'x' }],
      ['/auth/v1/token?grant_type=id_token', { provider: 'google', id_token: 'x' }],
      ['/auth/v1/verify', { type: 'recovery', token_hash: 'x' }],
      ['/auth/v1/otp', { email, create_user: true }],
    ] as const) {
      const answer = await call(path, undefined, { body });
      expect([path, answer.text.includes('access_token'), answer.status < 500]).toEqual([path, false, true]);
    }
    const [row] = await sql()`select count(*)::int as made from auth.users where email = ${email}`;
    expect(row).toEqual({ made: 0 });
  });
});

it('has changed nothing of the tenant', async () => {
  expect(await picture()).toBe(before);
});
