import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { judge, protocolLines, type StoryResult } from './tap.ts';

const isHelper = (name: string) => /^helpers.*\.sql$/.test(name);

/** Names of the stories in a folder, in their order. */
export async function listStories(folder: string): Promise<string[]> {
  const entries = await readdir(folder);
  return entries.filter((name) => name.endsWith('.sql') && !isHelper(name)).sort();
}

/**
 * Runs the pgTAP stories of a folder against a database that is migrated: helpers*.sql first, in their order, then each file
 * as one query on a connection of its own. Each result goes to `told` when it is there. Throws when the database
 * cannot be reached or the helpers fail.
 */
export async function runStories(o: {
  url: string;
  folder: string;
  stories?: string[];
  told?: (result: StoryResult) => void;
}): Promise<StoryResult[]> {
  const stories = o.stories ?? (await listStories(o.folder));
  if (stories.length === 0) throw new Error(`No pgTAP story (*.sql) was found in ${o.folder}.`);
  await prepare(o.url, o.folder);
  const results: StoryResult[] = [];
  for (const story of stories) {
    const result = await runStory(o.url, story, await readFile(join(o.folder, story), 'utf8'));
    results.push(result);
    o.told?.(result);
  }
  return results;
}

const connect = (url: string) =>
  postgres(url, { max: 1, onnotice: () => undefined, fetch_types: false, prepare: false });

async function prepare(url: string, folder: string): Promise<void> {
  const sql = connect(url);
  try {
    const names = (await readdir(folder)).filter(isHelper).sort();
    const helpers = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    await sql
      .unsafe(`create extension if not exists pgtap with schema extensions;\n${helpers.join('\n')}`)
      .simple();
  } catch (error) {
    throw new Error(`The pgTAP helpers could not be set up: ${describe(error)}`, { cause: error });
  } finally {
    await sql.end();
  }
}

async function runStory(url: string, file: string, text: string): Promise<StoryResult> {
  const sql = connect(url);
  const values: string[] = [];
  const began = performance.now();
  let failure: string | null = null;
  try {
    await sql
      .unsafe(text)
      .simple()
      .forEach((row) => values.push(...Object.values(row).filter((value) => typeof value === 'string')));
  } catch (error) {
    failure = describe(error);
    await sql
      .unsafe('rollback')
      .simple()
      .catch(() => undefined);
  } finally {
    await sql.end();
  }
  return judge(file, protocolLines(values), Math.round(performance.now() - began), failure);
}

function describe(error: unknown): string {
  if (error instanceof postgres.PostgresError) {
    const where = error.where ? ` (${error.where.split('\n')[0]})` : '';
    return `${error.code} ${error.message}${where}`;
  }
  return error instanceof Error ? error.message : String(error);
}
