import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/clients.ts';
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
const routes = (await findRoutes()).filter(({ path }) => path.endsWith('/export'));

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
  }
  const [person] = await makePeople(1, { role: 'gym_manager', name: tenant.mark, gymId: tenant.gymId });
  await db`update public.users set full_name = ${formulas[0]!} where id = ${person!.id}`;
  cookie = (await signInAs(person!)).cookie;
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
    const asked = { path: `${path}?gym=${tenant.gymId}`, cookie };
    const answer = await ask(asked);
    expect([answer.status, ...faultsOf(asked, answer, { foreign: [other.mark] })]).toEqual([200]);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/csv/),
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w.-]+\.csv"$/),
    });
    const text = answer.text.replace(/^\ufeff/, '');
    const cells = cellsOf(text);
    expect(cells.length).toBeGreaterThan(10);
    const lines = text.match(/\r\n/g)?.length ?? 0;
    expect(cells.length % (cells.length / lines), 'every line has as many cells').toBe(0);
    const running = cells.filter(
      (cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d+(?:[.,]\d+)?$/.test(cell),
    );
    expect(running).toEqual([]);
  });

  it('takes no file name, column or separator from the address', async () => {
    const planted = `${path}?gym=${tenant.gymId}&file=../../x.html&filename=x.html&columns=email&separator=%0d%0a&locale=%0d%0ax`;
    const answer = await ask({ path: planted, cookie });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
  });
});

it('are there to be tried', () => {
  expect(routes.length).toBeGreaterThanOrEqual(3);
});
