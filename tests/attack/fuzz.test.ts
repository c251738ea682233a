import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { sql } from '../support/clients.ts';
import { queryWords, wordsOf } from './support/dictionaries.ts';
import { codeOf, explain, faultsOf } from './support/faults.ts';
import { type Dictionary, validFor } from './support/from-schema.ts';
import { type Ask, ask } from './support/http.ts';
import { cookieName, makePeople, signInAs } from './support/people.ts';
import { inOrder } from './support/pool.ts';
import { fill, findRoutes, type Route } from './support/routes.ts';
import { startTalks } from './support/talks.ts';
import { bodies, wildCookie, wildQuery, wildSegment } from './support/wild.ts';
import { makeAlert, makeConversation, makeKiosks, makeTenant, type Tenant } from './support/world.ts';

const REQUESTS = Number(process.env.ATTACK_REQUESTS ?? 20_000);
const IN_FLIGHT = 6;
const seed = Number(process.env.ATTACK_SEED ?? randomInt(2 ** 31));
const emptyBody = z.object({});

/** Whose requests these are; values of fields that mean something to them. */
interface Caller {
  cookie: string;
  words: Dictionary;
}

let own: Tenant;
let other: Tenant;
let routes: Route[];

beforeAll(async () => {
  [own, other] = [await makeTenant(), await makeTenant()];
  routes = await findRoutes();
});

afterAll(() => sql().end());

/** Callers of a route's own, so that what one route ends (a sign-in, a conversation) is not missed by another. */
async function callersOf(route: Route): Promise<Caller[]> {
  const words = wordsOf(own, other);
  if (route.access?.actor === 'anyone') return [{ cookie: '', words }];
  if (route.access?.actor === 'kiosk') {
    const kiosks = await makeKiosks(own, 24);
    const talks = await startTalks(
      own,
      kiosks,
      route.path.includes('conversation') || route.path.includes('tools'),
    );
    return talks.map(({ cookie, ...known }) => ({ cookie, words: { ...words, ...known } }));
  }
  const role = route.access?.actor === 'platform_admin' ? 'super_admin' : 'gym_manager';
  const where = role === 'super_admin' ? {} : { gymId: own.gymId };
  const people = await makePeople(5, { role, name: own.mark, ...where });
  const level = role === 'super_admin' ? 'aal2' : 'aal1';
  return Promise.all(
    people.map(async (person) => ({ cookie: (await signInAs(person, level)).cookie, words })),
  );
}

/** Wild requests to one route, drawn from its own schema. */
async function draw(route: Route, count: number): Promise<Ask[]> {
  const callers = await callersOf(route);
  const ids = [await makeAlert(own), await makeConversation(own), ...own.ids, ...other.ids];
  const segment = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...ids,
        'book_class',
        'get_class_schedule',
        'report_issue',
        'leave_feedback',
      ),
    },
    { weight: 2, arbitrary: wildSegment },
  );
  const query = fc.oneof(
    { weight: 2, arbitrary: fc.constant(`gym=${own.gymId}`) },
    { weight: route.method === 'GET' ? 6 : 1, arbitrary: wildQuery(queryWords(own, other)) },
  );
  const one = fc.constantFrom(...callers).chain((caller) => {
    const cookie = fc.oneof(
      { weight: 7, arbitrary: fc.constant(caller.cookie) },
      { weight: 1, arbitrary: wildCookie(caller.cookie, cookieName) },
    );
    const kinds = bodies(validFor(route.access?.body ?? emptyBody, caller.words));
    const body = fc.oneof(
      { weight: 3, arbitrary: kinds.valid },
      { weight: 4, arbitrary: kinds.near },
      { weight: 2, arbitrary: kinds.wild },
      { weight: 1, arbitrary: kinds.bytes },
    );
    return fc.record({ segment, query, cookie, body });
  });
  return fc.sample(one, { numRuns: count, seed }).map(({ segment: name, query: asked, cookie, body }) => ({
    method: route.method,
    path: `${fill(route.path, { id: name, tool: name })}${asked ? `?${asked}` : ''}`,
    cookie,
    ...(route.method === 'GET' ? {} : { body }),
  }));
}

/** How many requests a route gets: what needs no question to the database is asked more often. */
function share(all: Route[]): Map<Route, number> {
  const weight = ({ access }: Route) => (access?.actor === 'anyone' || access?.actor === 'kiosk' ? 3 : 1);
  const whole = all.reduce((sum, route) => sum + weight(route), 0);
  return new Map(all.map((route) => [route, Math.ceil((REQUESTS * weight(route)) / whole)]));
}

/** The requests of all routes in one seeded order, so that slow routes do not stand in a row. */
function shuffled(asked: Ask[]): Ask[] {
  return fc.sample(fc.shuffledSubarray(asked, { minLength: asked.length }), { numRuns: 1, seed })[0] ?? [];
}

const told = (asked: Ask) =>
  `${asked.method} ${asked.path.slice(0, 300)} ${Buffer.isBuffer(asked.body) ? asked.body.toString('latin1').slice(0, 300) : String(asked.body).slice(0, 300)}`;

describe(`wild requests, ATTACK_SEED=${seed}`, () => {
  it(`are answered, ${REQUESTS} times`, async () => {
    const drawn: Ask[] = [];
    for (const [route, count] of share(routes)) drawn.push(...(await draw(route, count)));
    const asked = shuffled(drawn);
    const statuses = new Map<number, number>();
    let limited = 0;
    const began = performance.now();
    const found = await inOrder(asked, IN_FLIGHT, async (one) => {
      try {
        const answer = await ask(one);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (codeOf(answer) === 'rate_limited') limited++;
        // The platform sees every customer.
        const foreign = one.path.startsWith('/api/admin/') ? [] : [other.mark];
        const faults = faultsOf(one, answer, { foreign });
        const why = faults.length > 0 ? await explain(answer) : '';
        return faults.map((fault) => `${fault}${why} <- ${told(one)}`);
      } catch (error) {
        return [`${String(error)} <- ${told(one)}`];
      }
    });
    const seconds = (performance.now() - began) / 1000;
    const spread = [...statuses]
      .sort(([one], [another]) => one - another)
      .map(([status, n]) => `${status}: ${n}`);
    process.stdout.write(
      `ATTACK_SEED=${seed}: ${asked.length} requests to ${routes.length} routes in ${seconds.toFixed(0)} s, ` +
        `${limited} over a limit; ${spread.join(', ')}\n`,
    );
    expect(found.flat().slice(0, 10), `ATTACK_SEED=${seed}`).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(REQUESTS);
    expect(limited / asked.length, 'share of requests that met the limiter').toBeLessThan(0.2);
    expect(statuses.get(200) ?? 0, 'some of them were understood').toBeGreaterThan(asked.length / 50);
  }, 900_000);

  it('have changed nobody’s role, scope or tenant', async () => {
    const [row] = await sql()`
      select
        (select count(*)::int from public.users u where u.full_name like ${`${other.mark}%`}
           and (u.gym_id is distinct from ${other.gymId})) as moved,
        (select count(*)::int from public.users u where u.gym_id = ${own.gymId} and u.role <> 'gym_manager') as risen,
        (select count(*)::int from public.gyms g where g.name like ${`%${other.mark}%`}) as kept,
        (select count(*)::int from public.audit_logs a where a.gym_id = ${other.gymId} and a.actor_kind <> 'system'
           -- A super admin may visit anybody, and is told of.
           and a.entity <> 'support_access') as touched`;
    expect(row).toEqual({ moved: 0, risen: 0, kept: 1, touched: 0 });
  });

  it('have left the app as it was', async () => {
    const answer = await ask({ path: '/api/preferences', body: { theme: 'dark' } });
    expect(faultsOf({ path: '/api/preferences' }, answer)).toEqual([]);
    expect(answer.status).toBe(204);
    expect(inject('app').url).toMatch(/^http/);
  });
});
