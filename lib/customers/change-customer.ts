import 'server-only';
import { z } from 'zod';
import { callRpc } from '@/lib/supabase/call';
import type { UserClient } from '@/lib/supabase/server';
import type { Plan, SuspensionInput } from './schemas';

/**
 * Gives a customer another plan. Throws `not_found`, `forbidden`, and `plan_limit` with the field `gyms` or `kiosks`
 * where it has more than the plan holds.
 */
export async function changePlan(db: UserClient, id: string, plan: Plan['plan']): Promise<void> {
  await callRpc(db, 'set_customer_plan', { p_customer_id: id, p_plan: plan }, z.unknown());
}

/**
 * Sets the last day of a trial, `YYYY-MM-DD` from today to a year from now; null makes a contract of it.
 * Throws `not_found`, `forbidden`, `invalid_input` (ends_on), `conflict` for a customer on hold.
 */
export async function changeTrial(db: UserClient, id: string, endsOn: string | null): Promise<void> {
  await callRpc(db, 'set_customer_trial', { p_customer_id: id, p_ends_on: endsOn }, z.unknown());
}

/**
 * Puts a customer on hold, or takes it off again: its people read and change nothing meanwhile, its kiosks are closed.
 * Throws `not_found`, `forbidden`, `invalid_input`, `conflict` when it is so already.
 */
export async function changeSuspension(db: UserClient, id: string, input: SuspensionInput): Promise<void> {
  if (input.suspended) {
    await callRpc(db, 'suspend_customer', { p_customer_id: id, p_reason: input.reason }, z.unknown());
    return;
  }
  const args = { p_customer_id: id, p_trial_ends_on: input.trial_ends_on };
  await callRpc(db, 'resume_customer', args, z.unknown());
}
