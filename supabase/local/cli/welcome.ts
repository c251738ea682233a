import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { generate } from 'otplib';
import { newCode } from '../../../lib/kiosks/new-code.ts';
import { keyedHash } from '../../../lib/utils/keyed-hash.ts';
import { STEP_SECONDS } from '../api/totp.ts';
import { demoFactor, readDemoUsers } from '../demo/index.ts';
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

/** The demo super admin's second factor, while it is still the one of the keys; undefined when it was replaced. */
async function describeFactor(address: BackendAddress, keys: Keys, id: string): Promise<string | undefined> {
  const { auth } = createClient(address.url, address.secret_key, { auth: { persistSession: false } });
  const { data } = await auth.admin.mfa.listFactors({ userId: id });
  if (!data?.factors.some((factor) => factor.friendly_name === demoFactor)) return undefined;
  const now = Math.floor(Date.now() / 1000);
  const code = await generate({ secret: keys.demo_totp_secret, epoch: now });
  const left = STEP_SECONDS - (now % STEP_SECONDS);
  return `second factor ${keys.demo_totp_secret}  code ${code} (${left} s left)`;
}

/** Prints where everything answers, the demo logins with the super admin's second factor, and a pairing code. */
export async function printWelcome(
  appUrl: string,
  address: BackendAddress,
  keys: Keys,
  { isDemo, speaks }: { isDemo: boolean; speaks: string },
): Promise<void> {
  console.log(`\nJARVIS    ${appUrl}\nBackend   ${address.url}\nDatabase  ${address.db}`);
  if (address.mailbox_url) console.log(`Mailbox   ${address.mailbox_url}`);
  console.log(`Voice     ${speaks}`);
  if (!isDemo) return;
  const users = await readDemoUsers(join(projectRoot, 'supabase/seed'));
  if (users.length === 0) return;
  console.log(`\nDemo logins at ${appUrl}/login, all with the password ${keys.demo_password}`);
  const width = Math.max(...users.map((user) => user.role.length));
  for (const user of users) {
    console.log(`  ${user.role.padEnd(width)}  ${user.email}`);
    const factor = user.role === 'super_admin' && (await describeFactor(address, keys, user.id));
    if (factor) console.log(`  ${' '.repeat(width)}  ${factor}`);
  }
  const owner = users.find((user) => user.role === 'franchise_owner');
  const code = owner && (await issuePairingCode(address, keys, owner.email));
  if (code) console.log(`\nKiosk     ${appUrl}/kiosk/${demoKiosk}  pairing code ${code}`);
}
