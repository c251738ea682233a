import { testServer } from '../support/server-database.ts';
import { benchRls } from './rls-cost.ts';
import { benchWrappers } from './wrapper-cost.ts';

/**
 * What safety costs: the wrappers of a route against an empty handler, and row level security against none. Prints
 * figures, asserts nothing. `npm run bench:edge [wrappers|rls]`; rls needs a Postgres 17 superuser in TEST_DATABASE_URL.
 */
async function main(part: string | undefined): Promise<void> {
  if (part !== 'rls') await benchWrappers();
  if (part === 'wrappers') return;
  const server = testServer();
  if (server) await benchRls(server);
  else console.log('\nRLS: set TEST_DATABASE_URL to a Postgres 17 superuser to measure it.');
}

await main(process.argv[2]);
