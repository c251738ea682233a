import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { holderOf } from '../database/data-lock.ts';
import { projectRoot } from '../server.ts';
import { main } from './main.ts';

await main(async () => {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: join(projectRoot, '.data') } },
  });
  if (process.env.SUPABASE_LOCAL_DB_URL)
    throw new Error(
      'SUPABASE_LOCAL_DB_URL is set: drop and create that database yourself, reset only empties a data folder.',
    );
  const folder = resolve(values.data);
  const holder = await holderOf(folder);
  if (holder) throw new Error(`A backend is running on ${folder} (pid ${holder.pid}): stop it first.`);
  for (const part of ['database', 'keys.json', 'lock.json'])
    await rm(join(folder, part), { recursive: true, force: true });
  console.log(`${folder} is empty: the next start makes new keys, passwords and demo data.`);
});
