import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { newCode } from '../../../lib/kiosks/new-code.ts';
import { keyedHash } from '../../../lib/utils/keyed-hash.ts';
import { readDemoUsers } from '../demo/index.ts';
import type { Keys } from '../keys.ts';
import { projectRoot } from '../server.ts';
import type { BackendAddress } from '../types.ts';

const demoKiosk = 'lyon-part-dieu-entree';

/** A fresh pairing code for the demo kiosk, issued as its manager would; undefined where there is no such kiosk. */
async function issuePairingCode(
  address: BackendAddress,
  keys: Keys,
  email: string,
): Promise<string | undefined> {
  const client = createClient(address.url, address.publishable_key, { auth: { persistSession: false } });
  const { error } = await client.auth.signInWithPassword({ email, password: keys.demo_password });
  if (error) return undefined;
  const { data: kiosk } = await client
    .from('kiosks')
    .select('id')
    .eq('slug', demoKiosk)
    .maybeSingle<{ id: string }>();
  if (!kiosk) return undefined;
  const code = newCode();
  const hash = keyedHash('code', code, keys.badge_hash_key);
  const issued = await client.rpc('issue_provisioning_code', { p_kiosk_id: kiosk.id, p_code_hash: hash });
  await client.auth.signOut();
  return issued.error ? undefined : code;
}

/** Prints where everything answers, the demo logins and a pairing code. */
export async function printWelcome(
  appUrl: string,
  address: BackendAddress,
  keys: Keys,
  isDemo: boolean,
): Promise<void> {
  console.log(`\nJARVIS    ${appUrl}\nBackend   ${address.url}\nDatabase  ${address.db}`);
  if (!isDemo) return;
  const users = await readDemoUsers(join(projectRoot, 'supabase/seed'));
  if (users.length === 0) return;
  console.log(`\nDemo logins at ${appUrl}/login, all with the password ${keys.demo_password}`);
  const width = Math.max(...users.map((user) => user.role.length));
  for (const user of users) console.log(`  ${user.role.padEnd(width)}  ${user.email}`);
  const owner = users.find((user) => user.role === 'franchise_owner');
  const code = owner && (await issuePairingCode(address, keys, owner.email));
  if (code) console.log(`\nKiosk     ${appUrl}/kiosk/${demoKiosk}  pairing code ${code}`);
}
