import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { callers, type World } from './support/actors.ts';
import { queryWords } from './support/dictionaries.ts';
import { explain, faultsOf } from './support/faults.ts';
import { type Ask, ask } from './support/http.ts';
import { cookieName, makePeople } from './support/people.ts';
import { inOrder } from './support/pool.ts';
import { fill } from './support/routes.ts';
import { wildCookie, wildQuery, wildSegment } from './support/wild.ts';
import { makeAlert, makeConversation, makeTenant } from './support/world.ts';

const REQUESTS = 600;
const seed = Number(process.env.ATTACK_SEED ?? randomInt(2 ** 31));
const root = resolve(import.meta.dirname, '../..');
const pages: string[] = [];
for await (const file of glob('app/**/page.tsx', { cwd: root }))
  pages.push(
    `/${file.replace(/^app\//, '').replace(/\/?page\.tsx$/, '')}`.replaceAll(/\/\([^)]+\)/g, '') || '/',
  );
pages.sort();

let world: World;

beforeAll(async () => {
  const [own, other] = [await makeTenant(), await makeTenant()];
  for (const tenant of [own, other]) {
    await makeAlert(tenant);
    await makeConversation(tenant);
    await makePeople(1, { role: 'gym_manager', name: tenant.mark, gymId: tenant.gymId });
  }
  world = { own, other };
});

afterAll(() => sql().end());

const at = (page: string) =>
  fill(page, { slug: 'nowhere-at-all', rest: 'nothing', id: world.other.memberId });

describe('every page', () => {
  it('is found', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  it.each(Object.keys(callers))('shows %s nothing of others', async (who) => {
    const caller = await callers[who]!(world);
    const foreign = [world.own, world.other]
      .filter((tenant) => !caller.sees.includes(tenant))
      .map(({ mark }) => mark);
    const found = await inOrder(pages, 4, async (page) => {
      const faults: string[] = [];
      for (const query of [
        '',
        `?gym=${world.other.gymId}`,
        `?open=${world.other.memberId}&id=${world.other.memberId}`,
      ]) {
        const asked: Ask = { path: at(page) + query, headers: { ...caller.headers } };
        const cookie = query.startsWith('?gym')
          ? `${caller.headers.cookie ?? ''}; gym=${world.other.gymId}`
          : caller.headers.cookie;
        const answer = await ask({ ...asked, ...(cookie ? { cookie } : {}), headers: {} });
        faults.push(...faultsOf(asked, answer, { foreign }).map((fault) => `${asked.path}: ${fault}`));
        const isIn = caller.state === 'ready';
        if (
          /^\/dashboard(?:\/|$)/.test(page) &&
          !isIn &&
          answer.status === 200 &&
          !/\/login|\/auth\//.test(answer.text)
        )
          faults.push(`${asked.path}: is open`);
        const policy = String(answer.headers['content-security-policy'] ?? '');
        if (answer.status === 200 && !/script-src[^;]*'nonce-[\w+/=]{20,}'/.test(policy))
          faults.push(`${asked.path}: ${policy}`);
        if (/script-src[^;]*'unsafe-inline'/.test(policy)) faults.push(`${asked.path}: runs any script`);
        if (/frame-ancestors 'none'/.test(policy) === false && answer.status === 200)
          faults.push(`${asked.path}: may be framed`);
      }
      return faults;
    });
    expect(found.flat()).toEqual([]);
  });

  it(`answers wild addresses and cookies, ATTACK_SEED=${seed}`, { timeout: 300_000 }, async () => {
    const people = await Promise.all(
      ['manager', 'staff', 'owner', 'manager', 'staff', 'owner', 'manager', 'staff'].map((who) =>
        callers[who]!(world),
      ),
    );
    const one = fc.record({
      page: fc.constantFrom(...pages),
      segment: wildSegment,
      query: wildQuery(queryWords(world.own, world.other)),
      cookie: fc
        .constantFrom(...people)
        .chain(({ headers: { cookie = '' } }) =>
          fc.oneof(
            { weight: 3, arbitrary: fc.constant(cookie) },
            { weight: 1, arbitrary: wildCookie(cookie, cookieName) },
          ),
        ),
    });
    const drawn = fc.sample(one, { numRuns: REQUESTS, seed });
    const found = await inOrder(drawn, 8, async ({ page, segment, query, cookie }) => {
      const asked: Ask = {
        path: `${fill(page, { slug: segment, rest: segment, id: segment })}?${query}`,
        cookie,
      };
      const answer = await ask(asked);
      const faults = faultsOf(asked, answer, { foreign: [world.other.mark] });
      const why = faults.length > 0 ? await explain(answer) : '';
      return faults.map((fault) => `${fault}${why} <- ${asked.path.slice(0, 300)}`);
    });
    expect(found.flat().slice(0, 10), `ATTACK_SEED=${seed}`).toEqual([]);
  });
});
