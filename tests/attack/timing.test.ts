import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { createStaff } from '../support/tenants.ts';
import { type Caller, callers, type World } from './support/actors.ts';
import { entries } from './support/entries.ts';
import { ask, type Answer } from './support/http.ts';
import { makePeople } from './support/people.ts';
import { fill, findRoutes } from './support/routes.ts';
import { differ, type Figures } from './support/timing.ts';
import { makeTenant } from './support/world.ts';

const SAMPLES = 20;
const ROUNDS = 4;
let world: World;

beforeAll(async () => {
  const [own, other] = [await makeTenant(), await makeTenant()];
  for (const { gymId, mark } of [own, other]) await makePeople(2, { role: 'gym_staff', name: mark, gymId });
  world = { own, other };
});

afterAll(() => sql().end());

/** Times two kinds of request turn by turn; another round when they seem to differ, because the machine is not ours alone. */
async function compare(
  name: string,
  kinds: [() => Promise<Answer>, () => Promise<Answer>],
  samples: number,
): Promise<boolean> {
  const [one, other] = kinds;
  await one();
  await other();
  const told: Figures[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times: [number[], number[]] = [[], []];
    for (let sample = 0; sample < samples; sample++) {
      const first = sample % 2;
      for (const which of [first, 1 - first] as const)
        times[which as 0 | 1].push((await (which === 0 ? one : other)()).ms);
    }
    const figures = differ(...times);
    told.push(figures);
    if (!figures.differ) break;
  }
  const last = told.at(-1)!;
  process.stdout.write(
    `${name}: ${last.medians.map((ms) => `${ms.toFixed(1)} ms`).join(' against ')}, z ${last.z.toFixed(1)}, ${told.length} × ${samples}\n`,
  );
  // Only a difference that comes back each time, and in one direction, is one of the program.
  return told.every((figures) => figures.differ && Math.sign(figures.z) === Math.sign(last.z));
}

const routes = (await findRoutes()).filter(
  ({ name, access }) => access?.actor !== 'platform_admin' && (entries[name]?.id || entries[name]?.gym),
);

describe('unknown and foreign', () => {
  it.each(routes.map((route) => [route.name, route] as const))('take as long: %s', async (name, route) => {
    const entry = entries[name]!;
    // Each round has a person of its own, so that nobody meets the limit of a minute.
    const people: Caller[] = [];
    for (let round = 0; round <= ROUNDS; round++) people.push(await callers.manager!(world));
    let asked = 0;
    const request = (id: string, gymId: string) =>
      ask({
        method: route.method,
        path: fill(route.path, { id, ...entry.path }) + (entry.gym ? `?gym=${gymId}` : ''),
        cookie: people[Math.floor(asked++ / (2 * SAMPLES + 2)) % people.length]!.headers.cookie!,
        ...(entry.body ? { body: entry.body(world.own) } : {}),
      });
    const foreignId = entry.id ? await entry.id(world.other, people[0]!) : '';
    const unknown = () => request(randomUUID(), randomUUID());
    const foreign = () => request(foreignId, world.other.gymId);
    const [first, second] = [await unknown(), await foreign()];
    const withoutId = ({ text }: Answer) => text.replace(/"request_id":"[^"]*"/, '');
    expect([first.status, withoutId(first)]).toEqual([second.status, withoutId(second)]);
    expect(await compare(name, [unknown, foreign], SAMPLES)).toBe(false);
  });
});

describe('an address', () => {
  it('that nobody has is refused like a wrong password, in the same time', async () => {
    const people: { email: string }[] = [];
    for (let at = 0; at < 4; at++)
      people.push(await createStaff({ role: 'gym_staff', gym: { id: world.own.gymId } }));
    let asked = 0;
    const signIn = (email: string) =>
      ask({ path: '/api/auth/sign-in', body: { email, password: 'wrong wrong' } });
    const known = () => signIn(people[asked++ % people.length]!.email);
    const unknown = () => signIn(`${randomUUID()}@example.test`);
    const [first, second] = [await known(), await unknown()];
    expect([first.status, second.status]).toEqual([401, 401]);
    expect(await compare('sign-in, wrong and unknown', [known, unknown], 12)).toBe(false);
  });

  it('that nobody has is promised a mail as quickly as one that somebody has', async () => {
    const people: { email: string }[] = [];
    for (let at = 0; at < 16; at++)
      people.push(...(await makePeople(1, { role: 'gym_staff', name: 'Timing', gymId: world.own.gymId })));
    let asked = 0;
    const reset = (email: string) => ask({ path: '/api/auth/reset', body: { email } });
    const known = () => reset(people[asked++ % people.length]!.email);
    const unknown = () => reset(`${randomUUID()}@example.test`);
    expect(await compare('reset, known and unknown', [known, unknown], 8)).toBe(false);
  });
});
