import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { SignIn } from './auth-state';
import { type Agent, describeAgent } from './describe-agent';
import { assertFresh } from './fresh';

const rows = z.array(
  z.object({
    id: z.guid(),
    created_at: z.string(),
    last_seen_at: z.string().nullable(),
    user_agent: z.string().nullable(),
    aal: z.string().nullable(),
    is_current: z.boolean(),
  }),
);

/** One of a person's sign-ins, as the settings page lists it. */
export interface ListedSignIn extends Agent {
  id: string;
  created_at: string;
  last_seen_at: string | null;
  is_current: boolean;
}

/** The person's own sign-ins, with browser and system in words. */
export async function listSignIns(db: UserClient): Promise<ListedSignIn[]> {
  const found = await callRpc(db, 'list_sign_ins', {}, rows);
  return found.map(({ id, created_at, last_seen_at, is_current, user_agent }) => ({
    id,
    created_at,
    last_seen_at,
    is_current,
    ...describeAgent(user_agent),
  }));
}

/**
 * Ends one of the person's sign-ins; any other id is not found. Throws `sign_in_stale` without a proof of just now:
 * whoever finds a browser open does not shut its owner out of the others.
 */
export async function endSignIn(db: UserClient, person: SignIn, id: string): Promise<void> {
  assertFresh(person);
  await callRpc(db, 'end_sign_in', { p_id: id }, z.unknown());
}

/** Ends every sign-in of the person but this one; returns how many. */
export function endOtherSignIns(db: UserClient): Promise<number> {
  return callRpc(db, 'end_other_sign_ins', {}, z.number());
}
