import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runStories } from '@/supabase/local/pgtap/index.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stories-'));
  writeFileSync(
    join(folder, 'helpers.sql'),
    `create or replace function pg_temp.helped() returns int return 1;`,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

async function story(text: string) {
  writeFileSync(join(folder, 'story.sql'), text);
  const [result] = await runStories({ url: inject('backend').db, folder, stories: ['story.sql'] });
  return result;
}

test('a story that holds passes and leaves nothing behind', async () => {
  const text = `begin; select plan(2); create table public.left_over (id int);
    select has_table('public', 'left_over', 'made'); select ok(true, 'true'); select * from finish(); rollback;`;
  expect(await story(text)).toMatchObject({ passed: 2, failed: 0, problems: [] });
  expect(await story(text)).toMatchObject({ passed: 2, problems: [] });
});

test('a failed assertion fails the story and shows why', async () => {
  const result = await story(
    `begin; select plan(2); select ok(true, 'fine'); select is(1, 2, 'planted'); select * from finish(); rollback;`,
  );
  expect(result).toMatchObject({ passed: 1, failed: 1, problems: ['1 of 2 assertions failed'] });
  expect(result?.lines.join('\n')).toMatch(/not ok 2 - planted[\s\S]*have: 1[\s\S]*want: 2/);
});

test('an SQL error fails the story, keeps what it had said, and the next story starts clean', async () => {
  const result = await story(
    `begin; select plan(2); select ok(true); select 1 / 0; select * from finish(); rollback;`,
  );
  expect(result).toMatchObject({ passed: 1, failed: 0 });
  expect(result?.problems[0]).toContain('22012 division by zero');
  expect(
    await story(`begin; select plan(1); select pass(); select * from finish(); rollback;`),
  ).toMatchObject({
    problems: [],
  });
});

test.each([
  [
    'fewer than planned',
    `begin; select plan(3); select pass(); select * from finish(); rollback;`,
    'planned 3',
  ],
  [
    'more than planned',
    `begin; select plan(1); select pass(); select pass(); select * from finish(); rollback;`,
    'planned 1',
  ],
  ['no finish', `begin; select no_plan(); select pass(); rollback;`, 'no plan'],
  ['no assertion', `begin; select no_plan(); select 1; rollback;`, 'no assertion'],
  ['an empty file', ``, 'no assertion'],
])('%s fails the story', async (_, text, problem) => {
  expect((await story(text))?.problems.join()).toContain(problem);
});

test('a folder without stories is an error', async () => {
  await expect(runStories({ url: inject('backend').db, folder, stories: [] })).rejects.toThrow(
    'No pgTAP story',
  );
});
