import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { JWK } from 'jose';
import { startChild } from '../../../supabase/local/cli/children.ts';
import { holderOf } from '../../../supabase/local/database/data-lock.ts';
import { type DemoUser, readDemoUsers } from '../../../supabase/local/demo/index.ts';
import { loadKeys } from '../../../supabase/local/keys.ts';
import { projectRoot } from '../../../supabase/local/server.ts';
import type { BackendAddress, Service } from '../../../supabase/local/types.ts';

/** The app that the journeys visit, and what they need to know about its demo data. */
export interface RunningApp {
  url: string;
  backend: BackendAddress;
  demoPassword: string;
  /** What the demo super admin's authenticator app was set up with. */
  demoTotpSecret: string;
  badgeHashKey: string;
  /** Signs the access tokens of this backend. */
  signingKey: JWK;
  users: DemoUser[];
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * Runs the start command itself, on a data folder and ports of its own; `stop` leaves nothing. The data are the fresh
 * demonstration, or none with the flag `--no-seed`. `heard` gets each line that the app and the backend print.
 */
export async function startApp(
  o: { flags?: string[]; env?: Record<string, string>; heard?: (line: string) => void } = {},
): Promise<RunningApp & Service> {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-journeys-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = startChild(
    join(projectRoot, 'supabase/local/cli/run.mjs'),
    ['start', '--data', folder, '--port', String(port), '--backend-port', '0', ...(o.flags ?? [])],
    {
      env: { APP_URL: url, SUPABASE_LOCAL_EXPOSE: '', SUPABASE_LOCAL_DB_URL: '', ...o.env },
      pipe: o.heard ? 'both' : true,
    },
  );
  const { heard } = o;
  if (heard) createInterface({ input: child.process.stderr! }).on('line', heard);
  const stop = async () => {
    await child.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const welcomed = new Promise<true>((resolve) => {
      createInterface({ input: child.process.stdout! }).on('line', (line) => {
        if (/^Database\s/.test(line)) resolve(true);
        heard?.(line);
      });
    });
    const isUp = await Promise.race([welcomed, child.ended.then(() => false)]);
    const holder = isUp ? await holderOf(folder) : undefined;
    if (!holder?.address) throw new Error('The app for the journeys did not start.');
    const keys = await loadKeys(folder);
    return {
      url,
      backend: holder.address,
      demoPassword: keys.demo_password,
      demoTotpSecret: keys.demo_totp_secret,
      badgeHashKey: keys.badge_hash_key,
      signingKey: keys.signing_key,
      users: await readDemoUsers(join(projectRoot, 'supabase/seed')),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
