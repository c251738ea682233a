import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
import { addFactor } from '../support/tenants.ts';
import { faultsOf } from './support/faults.ts';
import { ask } from './support/http.ts';
import { makePeople, signInAs } from './support/people.ts';
import { findRoutes } from './support/routes.ts';
import { makeConversation, makeTenant, type Tenant } from './support/world.ts';

/** Texts that a spreadsheet would run, or that would end their cell. */
const formulas = [
  "=cmd|'/c calc'!A1",
  '=HYPERLINK("https://evil.example";"x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '";=1+1;"',
  'a";=1+1;"b',
  'a\r\n=1+1',
  '\u0000=1+1'.replace('\u0000', '\u0001'),
  '＝1+1',
];

let tenant: Tenant;
let other: Tenant;
let cookie: string;
let platform: string;
const routes = (await findRoutes()).filter(
  ({ method, path }) => method === 'GET' && path.endsWith('/export'),
);
/** Files of the platform name every customer, and open to nobody else. */
const isPlatforms = (path: string) =>
  routes.some((route) => route.path === path && route.access?.actor === 'platform_admin');

beforeAll(async () => {
  [tenant, other] = [await makeTenant(), await makeTenant()];
  const db = sql();
  for (const [at, text] of formulas.entries()) {
    await db`
      insert into public.gym_members_v2 (gym_id, first_name, last_name, external_id, badge_id, membership_type, email, phone)
      values (${tenant.gymId}, ${text}, ${text}, ${`x${at}`}, ${String(10_000_000 + at)}, ${text}, ${`a${at}@example.test`}, '+33123456789')`;
    const conversation = await makeConversation(tenant);
    await db`update public.conversation_summaries set summary_text = ${text} where session_id = ${conversation}`;
    await db`
      update public.kiosks k set name = ${text} from public.openai_realtime_sessions s
      where s.id = ${conversation} and k.id = s.kiosk_id`;
    await db`
      insert into public.badge_scans (gym_id, kiosk_id, client_event_id, outcome, scanned_at)
      select s.gym_id, s.kiosk_id, gen_random_uuid(), 'unknown', now() from public.openai_realtime_sessions s
      where s.id = ${conversation}`;
  }
  const [person] = await makePeople(1, { role: 'gym_manager', name: tenant.mark, gymId: tenant.gymId });
  await db`update public.users set full_name = ${formulas[0]!} where id = ${person!.id}`;
  cookie = (await signInAs(person!)).cookie;
  const [admin] = await makePeople(1, { role: 'super_admin', name: 'Platform' });
  await addFactor(admin!);
  await db`update public.users set full_name = ${formulas[1]!} where id = ${admin!.id}`;
  platform = (await signInAs(admin!, 'aal2')).cookie;
  await db`update public.gyms set city = ${formulas[2]!} where id = ${tenant.gymId}`;
});

afterAll(() => sql().end());

/** The cells of a CSV file by RFC 4180 with this separator. */
function cellsOf(text: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/gy;
  for (
    let found = pattern.exec(text);
    found && pattern.lastIndex <= text.length;
    found = pattern.exec(text)
  ) {
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (pattern.lastIndex === text.length) break;
  }
  return cells;
}

describe.each(routes.map(({ path }) => path))('%s', (path) => {
  it('hands a spreadsheet nothing to run', async () => {
    const asked = { path: `${path}?gym=${tenant.gymId}`, cookie: isPlatforms(path) ? platform : cookie };
    const answer = await ask(asked);
    const foreign = isPlatforms(path) ? [] : [other.mark];
    expect([answer.status, ...faultsOf(asked, answer, { foreign })]).toEqual([200]);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/csv/),
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w.-]+\.csv"$/),
    });
    const text = answer.text.replace(/^\ufeff/, '');
    const cells = cellsOf(text);
    expect(cells.length).toBeGreaterThan(10);
    const columns = cellsOf(text.slice(0, text.indexOf('\r\n'))).length;
    expect(cells.length % columns, 'every line has as many cells').toBe(0);
    const running = cells.filter(
      (cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d+(?:[.,]\d+)?$/.test(cell),
    );
    expect(running).toEqual([]);
  });

  it('takes no file name, column or separator from the address', async () => {
    const planted = `${path}?gym=${tenant.gymId}&file=../../x.html&filename=x.html&columns=email&separator=%0d%0a&locale=%0d%0ax`;
    const answer = await ask({ path: planted, cookie: isPlatforms(path) ? platform : cookie });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
  });
});

it('are there to be tried', () => {
  expect(routes.length).toBeGreaterThanOrEqual(3);
});
