import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ErrorCode, errorStatus } from '../../lib/errors.ts';
import type { Role } from '../../lib/auth/actor.ts';
import { type Permission, permissions, type Scope } from '../../lib/auth/permissions.ts';
import { sql } from '../support/clients.ts';
import { type Caller, callers, type World } from './support/actors.ts';
import { entries, type Entry } from './support/entries.ts';
import { codeOf, explain, faultsOf } from './support/faults.ts';
import { type Answer, type Ask, ask } from './support/http.ts';
import { makePeople } from './support/people.ts';
import { fill, findRoutes, methods, type Route } from './support/routes.ts';
import { makeTenant } from './support/world.ts';

const routes = await findRoutes();
let world: World;

beforeAll(async () => {
  const [own, other] = [await makeTenant(), await makeTenant()];
  for (const { gymId, mark } of [own, other]) await makePeople(1, { role: 'gym_staff', name: mark, gymId });
  world = { own, other };
});

afterAll(() => sql().end());

/** Why the rules refuse this caller at the door of the route, or null when they let them in. */
function refusal(route: Route, entry: Entry, caller: Caller): ErrorCode | null {
  const { actor, permission } = route.access!;
  if (actor === 'anyone') return null;
  if (actor === 'kiosk') return caller.kiosk || isMadeUp(caller) ? null : 'kiosk_not_paired';
  if (caller.state === 'none') return 'unauthenticated';
  if (actor === 'sign_in') {
    if (entry.states?.includes(caller.state)) return null;
    return caller.state === 'mfa' || caller.state === 'enrol' ? 'mfa_required' : 'conflict';
  }
  if (caller.state === 'setup') return 'conflict';
  if (caller.state !== 'ready') return 'mfa_required';
  if (actor === 'platform_admin' && caller.role !== 'super_admin') return 'forbidden';
  if (!permission) return null;
  const scope = scopeOf(permission, caller);
  // A visitor of the platform reaches nothing while no support access is open.
  return scope === undefined || scope.startsWith('support') ? 'forbidden' : null;
}

const isMadeUp = (caller: Caller) => /^kiosk=[0-9a-f]{64}$/.test(caller.headers.cookie ?? '');

function scopeOf(permission: Permission, { role }: Caller): Scope | undefined {
  const roles: Partial<Record<Role, Scope>> = permissions[permission].roles;
  return role && roles[role];
}

/** What is refused only once the body was read: what a kiosk's token is worth is known to its verb alone. */
function lateRefusal(route: Route, caller: Caller): ErrorCode | null {
  if (route.access?.actor !== 'kiosk' || caller.kiosk === 'paired') return null;
  return caller.kiosk === 'revoked' ? 'kiosk_revoked' : 'kiosk_not_paired';
}

describe.each(routes.map((route) => [route.name, route] as const))('%s', (name, route) => {
  const entry = entries[name];

  it('is known, and says who may call it', () => {
    expect(entry, `${name} has no entry in tests/attack/support/entries.ts`).toBeDefined();
    expect(route.access, `${name} does not say who may call it`).toMatchObject({
      actor: expect.any(String),
      limit: expect.any(String),
    });
  });

  it('answers no other method', async () => {
    const has = routes.filter(({ path }) => path === route.path).map(({ method }) => method);
    for (const method of methods) {
      if (has.includes(method) || method === 'OPTIONS' || (method === 'HEAD' && has.includes('GET')))
        continue;
      const asked = {
        method,
        path: fill(route.path, { id: randomUUID(), tool: 'x', rest: 'x' }),
        body: '{}',
      };
      const answer = await ask(asked);
      expect([method, answer.status, ...faultsOf(asked, answer)]).toEqual([method, 405]);
    }
    const asked = { method: 'OPTIONS', path: fill(route.path, { id: randomUUID(), tool: 'x', rest: 'x' }) };
    const answer = await ask({ ...asked, headers: { 'access-control-request-method': route.method } });
    expect(faultsOf(asked, answer)).toEqual([]);
  });

  it.concurrent.each(Object.keys(callers))('%s', async (who) => {
    if (!entry) return expect(entry).toBeDefined();
    const caller = await callers[who]!(world);
    const faults: string[] = [];
    const foreign = [world.own, world.other].filter((tenant) => !caller.sees.includes(tenant));
    const check = async (what: string, asked: Ask, wanted: readonly (number | ErrorCode)[]) => {
      const full = { method: route.method, ...asked, headers: { ...caller.headers, ...asked.headers } };
      const answer = await ask(full);
      const met = wanted.some((one) => one === answer.status || one === codeOf(answer));
      const wrong = met
        ? []
        : [`answered ${answer.status} ${codeOf(answer) ?? ''} instead of ${wanted.join(' or ')}`];
      // A request that names the other tenant gets its own words back; only what it did not send is a leak.
      const marks = foreign.map(({ mark }) => mark);
      for (const fault of [...wrong, ...faultsOf(full, answer, { foreign: marks })])
        faults.push(`${what}: ${fault}${await explain(answer)}`);
      return answer;
    };
    await walk({ route, entry, caller, check });
    expect(faults).toEqual([]);
  });
});

interface Walk {
  route: Route;
  entry: Entry;
  caller: Caller;
  check: (what: string, asked: Ask, wanted: readonly (number | ErrorCode)[]) => Promise<Answer>;
}

async function walk({ route, entry, caller, check }: Walk): Promise<void> {
  const home = caller.sees[0] ?? world.own;
  const abroad = home === world.own ? world.other : world.own;
  const refused = refusal(route, entry, caller);
  const late = lateRefusal(route, caller);
  const writes = route.method !== 'GET';
  const body = (tenant = home) => (entry.body ? { body: entry.body(tenant) } : {});
  const at = (id: string, gymId = home.gymId) =>
    fill(route.path, { id, ...entry.path }) + (entry.gym ? `?gym=${gymId}` : '');
  const mine = at(entry.id ? await entry.id(home, caller) : '');
  const proper = { path: mine, ...body() };
  const door = (otherwise: readonly (number | ErrorCode)[]) => (refused ? [refused] : otherwise);

  for (const origin of [null, 'null', 'https://evil.example', `${inject('app').url}.evil.example`])
    if (writes) await check(`from ${origin}`, { ...proper, origin }, ['foreign_origin']);
  if (route.access?.body) {
    const tooMuch = 'x'.repeat((route.access.bodyBytes ?? 65_536) + 500);
    await check('oversized', { ...proper, body: JSON.stringify({ x: tooMuch }) }, door([413]));
    await check('malformed', { ...proper, body: '{"x":' }, door([400]));
    await check('as text', { ...proper, headers: { 'content-type': 'text/plain' } }, door([415]));
    if (!entry.shapeless) await check('a list', { ...proper, body: [] }, door([422]));
  }
  if (entry.id) {
    await check('no id', { path: at('1%20or%201=1'), ...body() }, door(late ? [late] : [404]));
    await check('unknown id', { path: at(randomUUID()), ...body() }, door(late ? [late, 404] : [404]));
  }
  const seesAll = caller.role === 'super_admin' && route.access?.actor !== 'sign_in';
  if ((entry.id || entry.gym || entry.place) && !seesAll) {
    const theirs = at(entry.id ? await entry.id(abroad, caller) : '', abroad.gymId);
    await check("another tenant's", { path: theirs, ...body(abroad) }, door([404]));
  }
  const extra = { role: 'super_admin', gym_id: abroad.gymId, is_active: true, id: randomUUID() };
  const usual = door(late ? [late] : entry.ok);
  if (entry.body)
    await check('with more fields', { path: mine, body: { ...(entry.body(home) as object), ...extra } }, [
      ...usual,
      ...(refused || late ? [] : (['invalid_input'] as const)),
      // The gym among them is another tenant's.
      ...(entry.place && !refused && !late ? [404] : []),
    ]);
  const again = door(late ? [late] : [...entry.ok, ...(entry.again ?? [])]);
  await check('as it should be', proper, entry.body ? again : usual);
  await check('replayed', proper, again);
}

it('keeps no error code that has no status', () => {
  expect(Object.values(errorStatus).every((status) => status >= 400 && status < 600)).toBe(true);
});
