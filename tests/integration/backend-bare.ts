import { startBackend } from '../../supabase/local/server.ts';

/** A process that is only a backend on the folder it is given, without the product's tables: quick to start, to be killed. */
const [folder] = process.argv.slice(2);
const backend = await startBackend({ folder, migrations: null, cron: false });
process.stdout.write(`${JSON.stringify(backend.address)}\n`);
